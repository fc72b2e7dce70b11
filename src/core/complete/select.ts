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
   * A right row is worth the `length − 1` keys that it saves to this power: less than all of them, since a longer text that is not offered now
   * can be a few characters later, and a shorter one is right more often.
   */
  readonly worthExponent: number;
  /** Rows that may end with the mark after a phrase. */
  readonly markedRows: number;
}

/** Whether `text` takes in the mark after a whole phrase. «展，» does not count: it would not be worth a key without. */
export function hasMark(text: string): boolean {
  return text.length > 2 && isClauseEnd(text.at(-1)!);
}

/**
 * At most `limit` of `candidates` that together save most: the drafter takes the longest right one, so a candidate is
 * worth what it adds to those already chosen. Greedy, best first; each next one is the one that adds most. One that ends
 * with the mark after a phrase stands only beside the phrase itself, and with one mark: it saves a key, but «真抓实干», «真抓实干，» and
 * «真抓实干。» are one thought.
 * @param isAcceptable asked of those only that are about to be chosen, since it may be slow
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
  /** Of a row that takes in the mark after a phrase, the phrase. */
  readonly phrase: string | undefined;
  gain: number;
  readonly #worth: number;
  /** What chosen beginnings of it save already. */
  #saved = 0;
  /** The chance that something chosen is right which it is a beginning of. */
  #longerProbability = 0;

  constructor(continuation: T, worthExponent: number) {
    const { text, probability } = continuation;
    this.continuation = continuation;
    this.phrase = hasMark(text) ? text.slice(0, -1) : undefined;
    this.#worth = (text.length - 1) ** worthExponent;
    this.gain = probability * this.#worth;
  }

  isBetterThan({ gain, continuation }: Row<T>): boolean {
    return this.gain > gain || (this.gain === gain && this.continuation.text.length < continuation.text.length);
  }

  /** Takes in that a row is chosen now. @param beginnings of it that were chosen before */
  standBeside(row: Row<T>, beginnings: readonly Choice<T>[]): void {
    const { continuation } = row;
    const { text, probability } = this.continuation;
    if (text.startsWith(continuation.text)) this.#saved = Math.max(this.#saved, row.#worth);
    else if (!continuation.text.startsWith(text)) return;
    // Where one of its beginnings is counted, it is right in part of the same cases.
    else if (!beginnings.some(beginning => beginning.continuation.text.startsWith(text)))
      this.#longerProbability += continuation.probability;
    this.gain = Math.max(0, probability - this.#longerProbability) * (this.#worth - this.#saved);
  }
}

/** Chance that at least one of `choices` is right. Those that begin with another of them are right only where that one is. */
export function hitChance(choices: ReadonlyArray<Choice<Candidate>>): number {
  const isExtension = (text: string): boolean =>
    choices.some(({ continuation }) => continuation.text.length < text.length && text.startsWith(continuation.text));
  return choices.reduce(
    (sum, { continuation }) => sum + (isExtension(continuation.text) ? 0 : continuation.probability),
    0,
  );
}
