import { isDigit, isPause, isStop } from '../structure/charClass.ts';
import type { Level } from './levels.ts';

/** What a level has seen at one node of the tree of continuations. */
export interface LevelCount {
  /** Samples of context and path together. */
  readonly count: number;
  /** Different next units among them. */
  readonly distinct: number;
  /** Shorter contexts that have been here too: 0 if there is none to leave the rest to. */
  readonly shorter: number;
}

/** Where a node stands. */
export interface NodePlace {
  /** Units from the caret to the node. */
  readonly depth: number;
  /** The unit before the node. */
  readonly last: string;
  /** Units that agree with the corpus by chance, see `agreementByChance`. */
  readonly byChance: number;
}

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
}

/** Bits of a character of speech, given those before it. */
const CHANCE_BITS = 3;
/** More agreement than this makes nothing surer. */
const MAX_BEYOND = 8;
/** Logarithms of small counts: looked up some thousand times a keystroke. */
const LOG2 = Float64Array.from({ length: 128 }, (_, n) => Math.log2(n));

/** Units of a context that occur in a corpus of `size` characters though the draft has nothing to do with it. */
export function agreementByChance(size: number): number {
  return Math.log2(Math.max(2, size)) / CHANCE_BITS;
}

export function levelView(level: Level, seen: LevelCount, { depth, last, byChance }: NodePlace): LevelView {
  const units = level.length + depth;
  const isSentenceStart = isStop(last) || last === '；' || last === '\n';
  return {
    units,
    logUnits: log2(units),
    beyondChance: level.origin !== 'corpus' ? 0 : Math.min(MAX_BEYOND, Math.max(0, units - byChance)),
    logCount: log2(seen.count),
    isSingle: seen.count <= 1 ? 1 : 0,
    logDistinct: log2(seen.distinct),
    variety: seen.distinct / seen.count,
    isLast: seen.shorter === 0 ? 1 : 0,
    isLastButOne: seen.shorter === 1 ? 1 : 0,
    logScale: Math.log2(level.scale),
    startsSentence: isSentenceStart ? 1 : 0,
    startsClause: last !== '、' && last !== '；' && isPause(last) ? 1 : 0,
    inFigure: isDigit(last) ? 1 : 0,
    isDraft: level.origin === 'draft' ? 1 : 0,
    isKin: level.origin === 'kin' ? 1 : 0,
  };
}

function log2(count: number): number {
  return count < LOG2.length ? LOG2[count]! : Math.log2(count);
}
