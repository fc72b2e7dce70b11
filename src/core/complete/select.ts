import { isClauseEnd } from '../text/charClass.ts';
import type { Continuation } from './continuation.ts';

type Candidate = Pick<Continuation, 'text' | 'probability'>;

/** A chosen continuation with what the whole choice is expected to gain through it, see `Choosing`. */
export interface Choice<T extends Candidate> {
  readonly continuation: T;
  readonly expectedSaving: number;
}

/** How a list is put together. */
export interface Choosing {
  /**
   * A right row saves `length − 1` keys, and is worth that number to this power. Below 1 it makes a long row worth less than
   * its keys: if it is not offered now, it can be a few characters later, and shorter rows are right more often.
   */
  readonly worthExponent: number;
  /** How many rows may end with the mark after a phrase. */
  readonly markedRows: number;
}

/** So many rows that differ only in the mark at their end may stand before another phrase. */
const ALIKE = 2;

/** Whether `text` takes in the mark after a whole phrase. «展，» does not count, since without the mark it would not be worth a key. */
export function hasMark(text: string): boolean {
  return text.length > 2 && isClauseEnd(text.at(-1)!);
}

/**
 * At most `limit` of `candidates` that together save most. The drafter takes the longest right row, so a candidate is
 * worth what it adds to the rows already chosen. Chosen greedily: the next row is always the one that adds most. A row
 * that ends with the mark after a phrase stands only beside the phrase itself, and with one mark only: «真抓实干，» saves a
 * key, but «真抓实干», «真抓实干，» and «真抓实干。» are one thought. A third of «展，», «展。» and «展、» takes only a place that
 * no other phrase wants.
 * @param isAcceptable asked only of candidates that are about to be chosen, since it may be slow
 */
export function select<T extends Candidate>(
  candidates: readonly T[],
  limit: number,
  { worthExponent, markedRows }: Choosing,
  isAcceptable: (candidate: T) => boolean = () => true,
): Choice<T>[] {
  const chosen: Choice<T>[] = [];
  const rows = new Set(candidates.map(candidate => new Row(candidate, worthExponent)));
  const waiting = new Set(candidates.map(({ text }) => text));
  const marked = new Set<string>();
  while (chosen.length < limit && rows.size > 0) {
    let best: Row<T> | undefined;
    for (const row of rows) {
      const { phrase } = row;
      if (phrase !== undefined && (marked.size >= markedRows || marked.has(phrase) || waiting.has(phrase))) continue;
      if (row.gain > 0 && (best === undefined || row.isBetterThan(best))) best = row;
    }
    if (best === undefined) break;
    rows.delete(best);
    const { continuation, gain } = best;
    waiting.delete(continuation.text);
    if (!isAcceptable(continuation)) continue;
    if (best.phrase !== undefined) marked.add(best.phrase);
    const beginnings = chosen.filter(choice => continuation.text.startsWith(choice.continuation.text));
    for (const row of rows) row.standBeside(best, beginnings);
    chosen.push({ continuation, expectedSaving: gain });
  }
  return chosen;
}

/** A candidate, and what it adds to the rows that are chosen. */
class Row<T extends Candidate> {
  readonly continuation: T;
  /** The phrase, if the row takes in the mark after it. */
  readonly phrase: string | undefined;
  gain: number;
  /** The row without the mark at its end. */
  readonly #words: string;
  readonly #worth: number;
  /** What its beginnings that are chosen already save. */
  #saved = 0;
  /** Chosen rows that differ only in the mark at their end. */
  #alike = 0;
  /** The chance that a chosen row is right which begins with this one. */
  #longerProbability = 0;

  constructor(continuation: T, worthExponent: number) {
    const { text, probability } = continuation;
    this.continuation = continuation;
    this.#words = isClauseEnd(text.at(-1)!) ? text.slice(0, -1) : text;
    this.phrase = hasMark(text) ? text.slice(0, -1) : undefined;
    this.#worth = (text.length - 1) ** worthExponent;
    this.gain = probability * this.#worth;
  }

  isBetterThan(other: Row<T>): boolean {
    const { gain, continuation } = other;
    if (this.#alike >= ALIKE !== other.#alike >= ALIKE) return other.#alike >= ALIKE;
    return this.gain > gain || (this.gain === gain && this.continuation.text.length < continuation.text.length);
  }

  /**
   * Takes into account that `row` has been chosen.
   * @param beginnings the beginnings of `row` that were chosen before
   */
  standBeside(row: Row<T>, beginnings: readonly Choice<T>[]): void {
    const { continuation } = row;
    const { text, probability } = this.continuation;
    if (this.#words === row.#words) this.#alike++;
    if (text.startsWith(continuation.text)) this.#saved = Math.max(this.#saved, row.#worth);
    else if (!continuation.text.startsWith(text)) return;
    // Where one of its beginnings is counted, it is right in part of the same cases.
    else if (!beginnings.some(beginning => beginning.continuation.text.startsWith(text)))
      this.#longerProbability += continuation.probability;
    this.gain = Math.max(0, probability - this.#longerProbability) * (this.#worth - this.#saved);
  }
}

/**
 * Chance that at least one of `choices` is right. A choice that begins with another one is right only where that one
 * is, so it adds nothing.
 */
export function hitChance(choices: ReadonlyArray<Choice<Candidate>>): number {
  const isExtension = (text: string): boolean =>
    choices.some(({ continuation }) => continuation.text.length < text.length && text.startsWith(continuation.text));
  return choices.reduce(
    (sum, { continuation }) => sum + (isExtension(continuation.text) ? 0 : continuation.probability),
    0,
  );
}
