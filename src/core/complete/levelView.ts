import { classOf, DIGIT, NEWLINE, PAUSE, STOP } from '../text/charClass.ts';
import type { Level } from './levels.ts';

/**
 * How a level presents itself at a node: what the features of `trust` are made of. What is true or not is 1 or 0; logarithms are to base 2.
 * - `one`: always 1
 * - `logUnits`: units of context and path that agree; `isPair`: two at most; `isTriple`: three
 * - `beyondChance`: units that agree beyond what agrees with a corpus of this size by chance, at most `MAX_BEYOND`; 0 for the draft and its kin
 * - `logCount`: samples; `isSingle`: nothing but one
 * - `logDistinct`: different next units; `variety`: those for each sample
 * - `isLast`: no shorter context has been here; `isLastButOne`: one has
 * - `logScale`: occurrences that a sample stands for
 * - `startsSentence`: the node stands at the start of a sentence, or of a clause after a semicolon; `startsClause`: after a comma or colon;
 *   `inFigure`: after a digit
 * - `isDraft`, `isKin`: whose level it is; `isUnit`: the draft, or its kin, agrees in the unit before the caret alone
 */
export const TRAITS = [
  'one',
  'logUnits',
  'isPair',
  'isTriple',
  'beyondChance',
  'logCount',
  'isSingle',
  'logDistinct',
  'variety',
  'isLast',
  'isLastButOne',
  'logScale',
  'startsSentence',
  'startsClause',
  'inFigure',
  'isDraft',
  'isKin',
  'isUnit',
] as const;

export type Trait = (typeof TRAITS)[number];

/** The traits of a level at a node, in the order of `TRAITS`. */
export type LevelView = Float64Array;

const AT = Object.fromEntries(TRAITS.map((trait, at) => [trait, at])) as Readonly<Record<Trait, number>>;

/** Bits of a character of speech, given those before it. */
const CHANCE_BITS = 3;
/** More agreement than this makes nothing surer. */
const MAX_BEYOND = 8;
const LIST_PAUSE = '、'.charCodeAt(0);
const SEMICOLON = '；'.charCodeAt(0);
/** Logarithms of small counts: looked up some thousand times a keystroke. */
const LOG2 = Float64Array.from({ length: 128 }, (_, n) => Math.log2(n));

/** Units of a context that occur in a corpus of `size` characters though the draft has nothing to do with it. */
export function agreementByChance(size: number): number {
  return Math.log2(Math.max(2, size)) / CHANCE_BITS;
}

/** One for all: a keystroke looks at a hundred. */
const view: LevelView = new Float64Array(TRAITS.length);
view[AT.one] = 1;

/** The levels of one keystroke at one node after the other. */
export class LevelViews {
  readonly #levels: readonly Level[];
  readonly #logScales: readonly number[];
  readonly #byChance: number;
  #depth = 0;

  /** @param byChance units that agree with the corpus by chance, see `agreementByChance` */
  constructor(levels: readonly Level[], byChance: number) {
    this.#levels = levels;
    this.#logScales = levels.map(({ scale }) => Math.log2(scale));
    this.#byChance = byChance;
  }

  /** Goes to a node. @param depth units from the caret to it @param last the unit before it */
  turnTo(depth: number, last: number): this {
    const classes = classOf(last);
    this.#depth = depth;
    view[AT.startsSentence] = classes & (STOP | NEWLINE) || last === SEMICOLON ? 1 : 0;
    view[AT.startsClause] = classes & PAUSE && last !== LIST_PAUSE && last !== SEMICOLON ? 1 : 0;
    view[AT.inFigure] = classes & DIGIT ? 1 : 0;
    return this;
  }

  /**
   * How a level presents itself there, until a later call overwrites it.
   * @param count samples of the level at the node
   * @param distinct different next units among them
   * @param shorter shorter contexts that were seen there too
   */
  of(level: number, count: number, distinct: number, shorter: number): LevelView {
    const { length, origin } = this.#levels[level]!;
    const units = length + this.#depth;
    view[AT.logUnits] = log2(units);
    view[AT.isPair] = units <= 2 ? 1 : 0;
    view[AT.isTriple] = units === 3 ? 1 : 0;
    view[AT.beyondChance] = origin !== 'corpus' ? 0 : Math.min(MAX_BEYOND, Math.max(0, units - this.#byChance));
    view[AT.logCount] = log2(count);
    view[AT.isSingle] = count <= 1 ? 1 : 0;
    view[AT.logDistinct] = log2(distinct);
    view[AT.variety] = distinct / count;
    view[AT.isLast] = shorter === 0 ? 1 : 0;
    view[AT.isLastButOne] = shorter === 1 ? 1 : 0;
    view[AT.logScale] = this.#logScales[level]!;
    view[AT.isDraft] = origin === 'draft' ? 1 : 0;
    view[AT.isKin] = origin === 'kin' ? 1 : 0;
    view[AT.isUnit] = length === 1 && origin !== 'corpus' ? 1 : 0;
    return view;
  }
}

function log2(count: number): number {
  return count < LOG2.length ? LOG2[count]! : Math.log2(count);
}
