import { classOf, DIGIT, NEWLINE, PAUSE, STOP } from '../text/charClass.ts';
import type { Level } from './levels.ts';

/** How a level presents itself at a node: what the features of `trust` are made of. What is true or not is 1 or 0. */
export interface LevelView {
  /** Units of context and path that agree. */
  readonly units: number;
  /** Logarithms are to base 2. */
  readonly logUnits: number;
  /** Units that agree beyond what agrees with a corpus of this size by chance, at most `MAX_BEYOND`; 0 for the draft and its kin. */
  readonly beyondChance: number;
  readonly logCount: number;
  /** Nothing but one sample. */
  readonly isSingle: number;
  readonly logDistinct: number;
  /** Different next units a sample. */
  readonly variety: number;
  /** No shorter context has been here. */
  readonly isLast: number;
  /** One shorter context has. */
  readonly isLastButOne: number;
  /** Occurrences that a sample stands for. */
  readonly logScale: number;
  /** The node stands at the start of a sentence or of a clause after a semicolon. */
  readonly startsSentence: number;
  /** It stands at the start of a clause after a comma or colon. */
  readonly startsClause: number;
  /** The unit before it is a digit. */
  readonly inFigure: number;
  readonly isDraft: number;
  readonly isKin: number;
  /** The draft, or its kin, agrees in the unit before the caret alone. */
  readonly isUnit: number;
}

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
    view.startsSentence = classes & (STOP | NEWLINE) || last === SEMICOLON ? 1 : 0;
    view.startsClause = classes & PAUSE && last !== LIST_PAUSE && last !== SEMICOLON ? 1 : 0;
    view.inFigure = classes & DIGIT ? 1 : 0;
    return this;
  }

  /**
   * How a level presents itself there, in an object that a later call overwrites: a keystroke asks for five hundred.
   * @param count samples of the level at the node
   * @param distinct different next units among them
   * @param shorter shorter contexts that were seen there too
   */
  of(level: number, count: number, distinct: number, shorter: number): LevelView {
    const { length, origin } = this.#levels[level]!;
    const units = length + this.#depth;
    view.units = units;
    view.logUnits = log2(units);
    view.beyondChance = origin !== 'corpus' ? 0 : Math.min(MAX_BEYOND, Math.max(0, units - this.#byChance));
    view.logCount = log2(count);
    view.isSingle = count <= 1 ? 1 : 0;
    view.logDistinct = log2(distinct);
    view.variety = distinct / count;
    view.isLast = shorter === 0 ? 1 : 0;
    view.isLastButOne = shorter === 1 ? 1 : 0;
    view.logScale = this.#logScales[level]!;
    view.isDraft = origin === 'draft' ? 1 : 0;
    view.isKin = origin === 'kin' ? 1 : 0;
    view.isUnit = length === 1 && origin !== 'corpus' ? 1 : 0;
    return view;
  }
}

/** Fractions, so that none of its numbers is boxed anew where one comes after a whole number. */
const view: { -readonly [Name in keyof LevelView]: number } = {
  units: 0.5,
  logUnits: 0.5,
  beyondChance: 0.5,
  logCount: 0.5,
  isSingle: 0.5,
  logDistinct: 0.5,
  variety: 0.5,
  isLast: 0.5,
  isLastButOne: 0.5,
  logScale: 0.5,
  startsSentence: 0.5,
  startsClause: 0.5,
  inFigure: 0.5,
  isDraft: 0.5,
  isKin: 0.5,
  isUnit: 0.5,
};

function log2(count: number): number {
  return count < LOG2.length ? LOG2[count]! : Math.log2(count);
}
