import { hasBeginning } from '../collections/compareText.ts';
import { isHan } from '../text/charClass.ts';
import { AgreeingPlaces, asksLastUnit, MIN_AGREEMENT, type TextMatch } from './textMatches.ts';

/** The most units before the caret that are learned from. */
const REACH = 20_000;
/** The part that is learned from begins at a multiple of so many units. So in a long draft it grows with each key, and its start seldom moves. */
const STEP = 1000;
/** If more places have the shortest context, only those nearest to the caret are compared. */
const MAX_PLACES = 256;
/** Places that are kept for one length of context. */
const MAX_ENDS = 32;
/** Places that are kept for a context of one unit, where fewer tell as much. */
const MAX_UNIT_ENDS = 16;
/** Chains of places: a draft has some 1,500 different units. */
const CHAINS = 1 << 11;
const NONE = -1;

/** The part of a draft that is learned from: its end before the caret at `offset`. */
export function learnedPart(text: string, offset: number): string {
  return text.slice(Math.max(0, Math.ceil((offset - REACH) / STEP) * STEP), offset);
}

/** A draft that grows key by key, with the places of its units. The part that stood there before is not looked at again. */
export class DraftText {
  #text = '';
  /** The last place of each chain. */
  readonly #last = new Int32Array(CHAINS).fill(NONE);
  /** Of each place, the one before it in its chain. */
  readonly #before = new Int32Array(REACH);

  /** Takes up the draft as it is now. @param text of `learnedPart` */
  turnTo(text: string): this {
    const isLonger = hasBeginning(text, this.#text);
    if (!isLonger) this.#last.fill(NONE);
    for (let at = isLonger ? this.#text.length : 0; at < text.length; at++) {
      const chain = chainOf(text.charCodeAt(at));
      this.#before[at] = this.#last[chain]!;
      this.#last[chain] = at;
    }
    this.#text = text;
    return this;
  }

  /**
   * The earlier places where the draft goes on after the words at its own end, last place first: with the longest
   * context that recurs, with half of it, and with its last unit alone.
   * @param reach the most units that the context goes back
   */
  matches(reach: number): TextMatch[] {
    const text = this.#text;
    const caret = text.length;
    const unit = text.charCodeAt(caret - 1);
    const before = caret < MIN_AGREEMENT || !isHan(text[caret - 1]!) ? NONE : text.charCodeAt(caret - MIN_AGREEMENT);
    const ends: number[] = [];
    const places = new AgreeingPlaces(text.slice(Math.max(0, caret - reach)));
    for (let at = this.#before[caret - 1] ?? NONE; at !== NONE; at = this.#before[at]!) {
      if (text.charCodeAt(at) !== unit) continue;
      if (ends.length < MAX_UNIT_ENDS) ends.push(at + 1);
      if (text.charCodeAt(at - 1) === before && places.length < MAX_PLACES) places.add(text, at + 1, at + 1);
    }
    const longer = places.longestAndHalf().map(match => ({ ...match, ends: match.ends.slice(0, MAX_ENDS) }));
    return asksLastUnit(text) && ends.length > 0 ? [...longer, { length: 1, ends }] : longer;
  }
}

/** A number below `CHAINS`; another unit may have the same. */
function chainOf(unit: number): number {
  return unit & (CHAINS - 1);
}
