import { formatNumber } from './numberFormats.ts';

/** How one level of a list is numbered. */
export interface LevelFormat {
  readonly start: number;
  /** Name in {@link formatNumber}, or `bullet`. */
  readonly format: string;
  /** «（%1）», «第%1章», «%1.%2»: numbers of the levels by 1-based level. */
  readonly pattern: string;
  /** What stands between label and text where the label ends in no mark: a blank, or nothing. */
  readonly gap: '' | ' ';
  /** All numbers of the label in figures, whatever the format of their levels. */
  readonly inFigures?: boolean;
  /** 1-based level after which this one starts anew; 0 never, `undefined` after any higher level. */
  readonly restartAfter?: number | undefined;
}

export const MAX_LEVELS = 10;
/** Dashes and words are text («——坚持……», «注：»); dots and squares are decoration. */
const TELLING_BULLET = /^[\p{Script=Han}—–－-]/u;
const NEEDS_NO_GAP = /(?:[、，。．.：:；;）)\]】》〉—–－-]|[是要])$/u;

/** Counts the paragraphs of one list, level by level. */
export class ListCounter {
  /** Number of the last paragraph at each level; `undefined` where the level starts anew. */
  readonly #last: (number | undefined)[] = [];

  /** The next paragraph at `level` bears the number `value`, or that with which the level starts. */
  restart(level: number, value?: number): void {
    this.#last[level] = value === undefined ? undefined : value - 1;
  }

  /** Counts a paragraph at `level` and gives its label: «（二）», with the gap before the text. */
  next(level: number, levels: readonly (LevelFormat | undefined)[]): string {
    const format = levels[level];
    const last = this.#last[level];
    this.#last[level] = last === undefined ? (format?.start ?? 1) : last + 1;
    for (let deeper = level + 1; deeper < MAX_LEVELS; deeper++) {
      const after = levels[deeper]?.restartAfter;
      if (after === undefined || (after > 0 && level < after)) this.#last[deeper] = undefined;
    }
    return format === undefined ? '' : this.#label(format, levels);
  }

  #label(format: LevelFormat, levels: readonly (LevelFormat | undefined)[]): string {
    if (format.format === 'bullet')
      return TELLING_BULLET.test(format.pattern) ? withGap(format.pattern, format.gap) : '';
    const label = format.pattern.replaceAll(/%(\d)/g, (_, digit: string) => {
      const level = Number(digit) - 1;
      const numbered = levels[level];
      const value = this.#last[level] ?? numbered?.start ?? 1;
      return formatNumber(value, format.inFigures === true ? 'decimal' : (numbered?.format ?? 'decimal'));
    });
    return withGap(label, format.gap);
  }
}

function withGap(label: string, gap: string): string {
  return label.trim() === '' ? '' : NEEDS_NO_GAP.test(label) ? label : label + gap;
}
