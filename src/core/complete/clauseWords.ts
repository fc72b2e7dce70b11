import { RecentMap } from '../collections/recentMap.ts';
import { classAt, NEWLINE, PAUSE, STOP, skipTo } from '../text/charClass.ts';
import { clauseStart } from '../text/clauses.ts';

const CLAUSE_END = PAUSE | STOP | NEWLINE;

let platformSegmenter: Intl.Segmenter | undefined;

/**
 * Clauses of drafts whose words are remembered. A long draft has so many, and any of them may say the same as the last
 * words before the caret.
 */
const MAX_CLAUSES = 2048;
const knownClauses = new RecentMap<string, readonly number[]>(MAX_CLAUSES);

/**
 * Where words start in a stretch of a draft. No indexer has split the draft into words, and the platform's own
 * segmenter is near enough. It splits clause by clause, and only those clauses that are asked about.
 */
export class ClauseWords {
  readonly #text: string;
  /** The clause that was asked about last, and where words start in it. */
  #start = 0;
  #end = 0;
  #starts: readonly number[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether a word starts at `at`. Marks are words by themselves; no word starts at the end of the text. */
  startsAt(at: number): boolean {
    const text = this.#text;
    if (at >= text.length) return false;
    if (at === 0 || (classAt(text, at - 1) | classAt(text, at)) & CLAUSE_END) return true;
    if (at < this.#start || at >= this.#end) this.#turnTo(at);
    return this.#starts.includes(at - this.#start);
  }

  #turnTo(at: number): void {
    this.#start = clauseStart(this.#text, at);
    this.#end = skipTo(CLAUSE_END, this.#text, at + 1, this.#text.length);
    this.#starts = wordStarts(this.#text.slice(this.#start, this.#end));
  }
}

function wordStarts(clause: string): readonly number[] {
  return knownClauses.getOrMake(clause, () => {
    platformSegmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
    return Array.from(platformSegmenter.segment(clause), ({ index }) => index);
  });
}
