import { type DocumentPlace, documentKey, placeOfKey } from './documentPlace.ts';

/** Groups of documents that are one speech: [segment, document], the one that stands for the group first. */
export type Variants = ReadonlyArray<ReadonlyArray<readonly [segment: number, document: number]>>;

/** Which documents are copies of others. */
export class SpeechVariants {
  /** Document → the one that stands for its group, by key; those that stand for themselves are not in it. */
  readonly #representative = new Map<number, number>();
  /** Documents of which there are several, by key: those that stand for a group, and those they stand for. */
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

  /** Whether there is no copy at all. */
  get areNone(): boolean {
    return this.#copied.size === 0;
  }

  /** A number that is the same for all documents of one speech. */
  speechKey(place: DocumentPlace): number {
    const key = documentKey(place);
    return this.#representative.get(key) ?? key;
  }

  /** The document that this one is a copy of, and that is the better source. */
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
