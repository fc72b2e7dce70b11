import { isClauseEnd, isHan, isSpace, lateClassTable } from '../text/charClass.ts';
import { unitsOf } from '../text/units.ts';
import { MAX_GAP, MAX_GROUPS, type Pattern } from './pattern.ts';

/** Units that a gap may contain: all except those that end a clause, blanks and control characters. */
const IN_CLAUSE = 1;
/** Units of characters in the narrower sense: Chinese characters, letters, digits. */
const CHARACTER = 2;
/** Units of Chinese characters, which variables stand for. */
const HAN = 4;

const classes = lateClassTable(code => {
  const unit = String.fromCharCode(code);
  if (code < 32 || isClauseEnd(unit) || isSpace(unit)) return 0;
  if (isHan(unit)) return IN_CLAUSE | CHARACTER | HAN;
  return /[\p{L}\p{N}]/u.test(unit) ? IN_CLAUSE | CHARACTER : IN_CLAUSE;
});

type Instruction =
  | { readonly kind: 'text'; readonly units: Uint16Array }
  | { readonly kind: 'character' }
  | { readonly kind: 'gap' }
  | { readonly kind: 'open' | 'close' | 'back'; readonly group: number }
  | {
      readonly kind: 'variable';
      readonly letter: number;
      readonly isFirst: boolean;
      readonly others: readonly number[];
    };

/** Matches texts against a pattern by backtracking over its gaps, which are few and short. */
export class Matcher {
  readonly #program: readonly Instruction[];
  readonly #groupStart = new Int32Array(MAX_GROUPS + 1);
  readonly #groupEnd = new Int32Array(MAX_GROUPS + 1);
  /** Where each variable first occurred. */
  readonly #letters = new Int32Array(4);
  #units: Uint16Array = new Uint16Array(0);

  constructor(pattern: Pattern) {
    const bound: number[] = [];
    this.#program = pattern.map((element): Instruction => {
      if (element.kind === 'text') return { kind: 'text', units: unitsOf(element.text) };
      if (element.kind !== 'variable') return element;
      const others = [...bound];
      if (element.isFirst) bound.push(element.letter);
      return { ...element, others };
    });
  }

  /**
   * The end of the match that starts at `start` of `units`, -1 if there is none. It is the first match found, with gaps as short as
   * possible.
   */
  endAt(units: Uint16Array, start: number): number {
    this.#units = units;
    return this.#match(0, start);
  }

  #match(from: number, start: number): number {
    let at = start;
    for (let i = from; i < this.#program.length; i++) {
      const instruction = this.#program[i]!;
      switch (instruction.kind) {
        case 'text':
          at = this.#afterUnits(instruction.units, 0, instruction.units.length, at);
          break;
        case 'character':
          at = characterEnd(this.#units, at, CHARACTER);
          break;
        case 'open':
          this.#groupStart[instruction.group] = at;
          break;
        case 'close':
          this.#groupEnd[instruction.group] = at;
          break;
        case 'back':
          at = this.#afterUnits(
            this.#units,
            this.#groupStart[instruction.group]!,
            this.#groupEnd[instruction.group]!,
            at,
          );
          break;
        case 'variable':
          at = this.#afterVariable(instruction, at);
          break;
        case 'gap':
          return this.#afterGap(i + 1, at);
      }
      if (at < 0) return -1;
    }
    return at;
  }

  /** The end of the whole match if the gap at `at` is filled and matching continues with element `next`. */
  #afterGap(next: number, start: number): number {
    let at = start;
    for (let characters = 1; characters <= MAX_GAP; characters++) {
      at = characterEnd(this.#units, at, IN_CLAUSE);
      if (at < 0) return -1;
      const end = this.#match(next, at);
      if (end >= 0) return end;
    }
    return -1;
  }

  #afterUnits(wanted: Uint16Array, from: number, to: number, at: number): number {
    if (at + to - from > this.#units.length) return -1;
    for (let i = from; i < to; i++) if (this.#units[at + i - from] !== wanted[i]) return -1;
    return at + to - from;
  }

  #afterVariable(variable: Instruction & { readonly kind: 'variable' }, at: number): number {
    const end = characterEnd(this.#units, at, HAN);
    if (end < 0) return -1;
    const isSameAs = (letter: number): boolean => {
      const place = this.#letters[letter]!;
      return this.#afterUnits(this.#units, place, characterEnd(this.#units, place, HAN), at) === end;
    };
    if (!variable.isFirst) return isSameAs(variable.letter) ? end : -1;
    if (variable.others.some(isSameAs)) return -1;
    this.#letters[variable.letter] = at;
    return end;
  }
}

/** The end of the character at `at`, -1 if it is not of the class. Rare characters are two units. */
function characterEnd(units: Uint16Array, at: number, wanted: number): number {
  if (at >= units.length) return -1;
  const unit = units[at]!;
  if ((classes()[unit]! & wanted) === 0) return -1;
  return isHighSurrogate(unit) && at + 1 < units.length ? at + 2 : at + 1;
}

/** `at`, moved forward by at most `MAX_GAP` characters in the narrower sense. */
export function skipCharacters(units: Uint16Array, at: number): number {
  let end = at;
  for (let count = 0; count < MAX_GAP; count++) {
    const next = characterEnd(units, end, CHARACTER);
    if (next < 0) break;
    end = next;
  }
  return end;
}

/** `at`, moved back by at most `MAX_GAP` characters in the narrower sense. */
export function skipCharactersBack(units: Uint16Array, at: number): number {
  let start = at;
  for (let count = 0; count < MAX_GAP; count++) {
    if (start === 0 || (classes()[units[start - 1]!]! & CHARACTER) === 0) break;
    start -= isLowSurrogate(units[start - 1]!) && start > 1 ? 2 : 1;
  }
  return start;
}

function isHighSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800;
}

function isLowSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00;
}
