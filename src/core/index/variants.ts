import { type DocumentPlace, documentKey, placeOfKey } from './documentPlace.ts';

/** Groups of documents that are copies of one speech, as [segment, document]. The first of a group represents it. */
export type Variants = ReadonlyArray<ReadonlyArray<readonly [segment: number, document: number]>>;

/** Knows which documents are copies of others. */
export class SpeechVariants {
  /** Document → representative of its group, by key; representatives are not in it. */
  readonly #representative = new Map<number, number>();
  /** Documents with copies and their copies, by key. */
  readonly #copied = new Set<number>();

  constructor(variants: Variants) {
    for (const group of variants) {
      const [first, ...others] = group.map(([segment, document]) => documentKey({ segment, document }));
      this.#copied.add(first!);
      for (const key of others) {
        this.#copied.add(key);
        this.#representative.set(key, first!);
      }
    }
  }

  /** Whether there are no copies at all. */
  get areNone(): boolean {
    return this.#copied.size === 0;
  }

  /** A key that is equal for all copies of one speech. */
  speechKey(place: DocumentPlace): number {
    const key = documentKey(place);
    return this.#representative.get(key) ?? key;
  }

  /** The document of which this one is a copy, and which is the better source. */
  originalOf(place: DocumentPlace): DocumentPlace | undefined {
    const key = this.#representative.get(documentKey(place));
    return key === undefined ? undefined : placeOfKey(key);
  }

  isCopy(place: DocumentPlace): boolean {
    return this.#representative.has(documentKey(place));
  }

  /** Whether the document has copies, or is one. */
  isCopied(place: DocumentPlace): boolean {
    return this.#copied.has(documentKey(place));
  }
}
