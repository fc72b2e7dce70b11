import { RecentMap } from '../collections/recentMap.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { isClauseEnd } from '../text/charClass.ts';
import { rankingWeights } from './rankingWeights.ts';

let platformSegmenter: Intl.Segmenter | undefined;

/** Clauses of drafts whose words are remembered: those around the caret, and around the places that say the same, from key to key. */
const MAX_CLAUSES = 256;
const clauseWords = new RecentMap<string, readonly number[]>(MAX_CLAUSES);

/** One place where a context was seen. */
export interface Source {
  /** What follows it. */
  readonly text: string;
  /** Where the context starts in the corpus; `undefined` for a place of the draft. */
  readonly occurrence: Occurrence | undefined;
  /** Of the draft, a few units that stand before the context there: they tell where words start. */
  readonly lead: string;
}

/** Where words start around the caret, as one source of a continuation has it. Read when asked. */
export class WordEdges {
  readonly #index: CorpusIndex;
  readonly #source: Source;
  readonly #context: string;

  /** @param context the text before the caret that stands before the continuation in the source too */
  constructor(index: CorpusIndex, source: Source, context: string) {
    this.#index = index;
    this.#source = source;
    this.#context = context;
  }

  /** Whether a word starts `shift` units after the caret; before it, if negative. */
  startsAt(shift: number): boolean {
    const { occurrence } = this.#source;
    const at = this.#context.length + shift;
    if (at < 0 || shift > rankingWeights.maxContinuation) return false;
    if (occurrence !== undefined) return this.#index.text.isWordStart(occurrence, at);
    return this.#startsInDraft(at);
  }

  /** As `startsAt`; `undefined` where the source does not agree with the draft, and so knows nothing of its words. */
  knows(shift: number): boolean | undefined {
    return -shift > this.#context.length ? undefined : this.startsAt(shift);
  }

  /** The draft has not been split into words by the indexer: the platform's own segmenter is near enough. It is asked clause by clause. */
  #startsInDraft(at: number): boolean {
    const { lead, text: following } = this.#source;
    const text = lead + this.#context + following;
    const place = lead.length + at;
    if (place >= text.length) return false;
    let start = place;
    while (start > 0 && !isClauseEnd(text[start - 1]!)) start--;
    if (start === place || isClauseEnd(text[place]!)) return true;
    let end = place + 1;
    while (end < text.length && !isClauseEnd(text[end]!)) end++;
    return wordStarts(text.slice(start, end)).includes(place - start);
  }
}

function wordStarts(clause: string): readonly number[] {
  return clauseWords.getOrMake(clause, () => {
    platformSegmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
    return Array.from(platformSegmenter.segment(clause), ({ index }) => index);
  });
}
