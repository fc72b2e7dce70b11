import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Sample } from './levels.ts';
import { rankingWeights } from './rankingWeights.ts';

let platformSegmenter: Intl.Segmenter | undefined;

/** Where words start around the caret, as one source of a continuation has it. Read when asked. */
export class WordEdges {
  readonly #index: CorpusIndex;
  readonly #sample: Sample;
  readonly #context: string;
  /** For the draft, which has no place in the index: words not looked at yet, and where those before them start. */
  #words: Iterator<Intl.SegmentData> | undefined;
  readonly #wordStarts: number[] = [];

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

  /** The draft has not been split into words by the indexer; the platform's own segmenter is near enough, and goes no further than it is asked. */
  #startsInDraft(at: number): boolean {
    platformSegmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
    this.#words ??= platformSegmenter.segment(this.#context + this.#sample.text)[Symbol.iterator]();
    while ((this.#wordStarts.at(-1) ?? -1) < at) {
      const next = this.#words.next();
      this.#wordStarts.push(next.done === true ? Number.POSITIVE_INFINITY : next.value.index);
    }
    return this.#wordStarts.includes(at);
  }
}
