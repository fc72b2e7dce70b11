import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { ClauseWords } from './clauseWords.ts';
import { rankingWeights } from './rankingWeights.ts';

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
  /** Of a place of the draft. */
  #draftWords: ClauseWords | undefined;

  /** @param context the text before the caret that stands before the continuation in the source too */
  constructor(index: CorpusIndex, source: Source, context: string) {
    this.#index = index;
    this.#source = source;
    this.#context = context;
  }

  /** Whether a word starts `shift` units after the caret; before it, if negative. */
  startsAt(shift: number): boolean {
    const { occurrence, lead, text } = this.#source;
    const at = this.#context.length + shift;
    if (at < 0 || shift > rankingWeights.maxContinuation) return false;
    if (occurrence !== undefined) return this.#index.text.isWordStart(occurrence, at);
    this.#draftWords ??= new ClauseWords(lead + this.#context + text);
    return this.#draftWords.startsAt(lead.length + at);
  }

  /** As `startsAt`; `undefined` where the source does not agree with the draft, and so knows nothing of its words. */
  knows(shift: number): boolean | undefined {
    return -shift > this.#context.length ? undefined : this.startsAt(shift);
  }
}
