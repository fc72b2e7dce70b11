/** Length of a shingle, and the share of shingles from which two texts count as one: quality.md §1. */
const SHINGLE_LENGTH = 20;
export const MAX_SHARED_SHINGLES = 0.3;

const HASHES = 2 ** 24;
const BASE = 0x01000193;
/** `BASE ** SHINGLE_LENGTH`: what a unit has become when it leaves the window. */
const LEAVING_FACTOR = Array.from({ length: SHINGLE_LENGTH }).reduce<number>(power => Math.imul(power, BASE), 1);

/** How much a document has in common with a draft, as shares 0…1 of either one's shingles. */
export interface Overlap {
  /** Number of the draft, in the order they were added. */
  readonly draft: number;
  readonly ofDraft: number;
  readonly ofDocument: number;
}

interface Shingle {
  readonly drafts: number[];
  /** Number of the last document that had it: a draft's shingle counts once, however often a document repeats it. */
  seenIn: number;
}

/** The 20-character shingles of a set of drafts. White space is left out, so that other line breaks hide no copy. */
export class ShingleIndex {
  readonly #shingles = new Map<string, Shingle>();
  /** Whether a shingle may have a hash: most of a corpus is told apart by this alone. */
  readonly #hashes = new Uint8Array(HASHES);
  readonly #sizes: number[] = [];
  #documents = 0;

  /** @returns the draft's number */
  add(draft: string): number {
    const number = this.#sizes.length;
    let size = 0;
    for (const { dense, at, hash } of shingles(draft)) {
      const text = dense.slice(at, at + SHINGLE_LENGTH);
      const known = this.#shingles.get(text);
      this.#hashes[hash] = 1;
      if (known === undefined) this.#shingles.set(text, { drafts: [number], seenIn: -1 });
      else if (known.drafts.at(-1) !== number) known.drafts.push(number);
      else continue;
      size++;
    }
    this.#sizes.push(size);
    return number;
  }

  /** What `document` shares with each draft, most first; drafts it shares nothing with are left out. */
  overlaps(document: string): Overlap[] {
    const seenIn = this.#documents++;
    const distinct = new Map<number, number>();
    const repeated = new Map<number, number>();
    let positions = 0;
    for (const { dense, at, hash } of shingles(document)) {
      positions++;
      if (this.#hashes[hash] === 0) continue;
      const shingle = this.#shingles.get(dense.slice(at, at + SHINGLE_LENGTH));
      if (shingle === undefined) continue;
      const isNew = shingle.seenIn !== seenIn;
      shingle.seenIn = seenIn;
      for (const draft of shingle.drafts) {
        repeated.set(draft, (repeated.get(draft) ?? 0) + 1);
        if (isNew) distinct.set(draft, (distinct.get(draft) ?? 0) + 1);
      }
    }
    return [...repeated]
      .map(([draft, count]) => ({
        draft,
        ofDraft: (distinct.get(draft) ?? 0) / this.#sizes[draft]!,
        ofDocument: count / positions,
      }))
      .sort((a, b) => sharedShare(b) - sharedShare(a) || a.draft - b.draft);
  }

  /** The draft that `document` cannot stand beside in one corpus, if there is one. */
  conflict(document: string): Overlap | undefined {
    const [most] = this.overlaps(document);
    return most !== undefined && sharedShare(most) > MAX_SHARED_SHINGLES ? most : undefined;
  }
}

/** The larger of the two shares: an excerpt leaks its whole, and a collection its parts. */
export function sharedShare({ ofDraft, ofDocument }: Overlap): number {
  return Math.max(ofDraft, ofDocument);
}

/** Every shingle of a text with its rolling hash. The object is the same one each time. */
function* shingles(text: string): Generator<{ readonly dense: string; readonly at: number; readonly hash: number }> {
  const dense = text.replaceAll(/\s+/gu, '');
  const shingle = { dense, at: 0, hash: 0 };
  let rolling = 0;
  for (let end = 0; end < dense.length; end++) {
    const leaving = end < SHINGLE_LENGTH ? 0 : dense.charCodeAt(end - SHINGLE_LENGTH);
    rolling = (Math.imul(rolling, BASE) + dense.charCodeAt(end) - Math.imul(leaving, LEAVING_FACTOR)) | 0;
    if (end < SHINGLE_LENGTH - 1) continue;
    shingle.at = end - SHINGLE_LENGTH + 1;
    shingle.hash = (rolling ^ (rolling >>> 15)) & (HASHES - 1);
    yield shingle;
  }
}
