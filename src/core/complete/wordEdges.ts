import { RecentMap } from '../collections/recentMap.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { isClauseEnd } from '../text/charClass.ts';
import type { Sample } from './levels.ts';
import { rankingWeights } from './rankingWeights.ts';

let platformSegmenter: Intl.Segmenter | undefined;

/** Clauses of drafts whose words are remembered: those around the caret, and around the places that say the same, from key to key. */
const MAX_CLAUSES = 256;
const clauseWords = new RecentMap<string, readonly number[]>(MAX_CLAUSES);

/** Where words start around the caret, as one source of a continuation has it. Read when asked. */
export class WordEdges {
  readonly #index: CorpusIndex;
  readonly #sample: Sample;
  readonly #context: string;

  /** @param context the text before the caret that stands before the continuation in the source too */
  constructor(index: CorpusIndex, sample: Sample, context: string) {
    this.#index = index;
    this.#sample = sample;
    this.#context = context;
  }

  /** Whether a word starts `shift` units after the caret; before it, if negative. */
  startsAt(shift: number): boolean {
    const { occurrence } = this.#sample;
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
    const { lead = '' } = this.#sample;
    const text = lead + this.#context + this.#sample.text;
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
