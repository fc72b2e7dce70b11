import { ContextMatches } from './contextMatches.ts';
import type { CorpusDocuments } from './corpusDocuments.ts';
import type { Segment } from './reading/segment.ts';

/** Finds the endings of a text that grows key by key: each search builds on the one before. */
export class CaretEndings {
  readonly #segments: readonly Segment[];
  readonly #documents: CorpusDocuments;
  #latest: ContextMatches | undefined;

  constructor(segments: readonly Segment[], documents: CorpusDocuments) {
    this.#segments = segments;
    this.#documents = documents;
  }

  /** The matches of the endings of `text` in the corpus, which tell what may follow it. Quick if `text` continues that of the last call. */
  of(text: string): ContextMatches {
    const isLive = (segment: number, position: number): boolean => this.#documents.isLive(segment, position);
    this.#latest = new ContextMatches(this.#segments, text, isLive, this.#latest);
    return this.#latest;
  }

  /** The result of the last call of `of`. */
  get latest(): ContextMatches | undefined {
    return this.#latest;
  }
}
