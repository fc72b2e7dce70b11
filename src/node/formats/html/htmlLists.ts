import { formatNumber } from '../common/numberFormats.ts';
import type { HtmlAttributes } from './htmlTags.ts';

const TYPES: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};
const STYLES: Readonly<Record<string, string>> = {
  none: 'none',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'cjk-ideographic': 'chineseCounting',
  'cjk-decimal': 'ideographDigital',
  'simp-chinese-informal': 'chineseCounting',
  'simp-chinese-formal': 'chineseLegalSimplified',
  'trad-chinese-informal': 'chineseCounting',
  'cjk-heavenly-stem': 'ideographTraditional',
};
const LIST_STYLE = /list-style(?:-type)?\s*:\s*(?:(?:inside|outside)\s+)?([a-z-]{1,40})/;

/** Counts the items of an `<ol>`. */
export class HtmlListCounter {
  readonly #format: string;
  #last: number;

  constructor(attributes: HtmlAttributes) {
    const style = LIST_STYLE.exec((attributes['style'] ?? '').toLowerCase())?.[1];
    this.#format = STYLES[style ?? ''] ?? TYPES[attributes['type'] ?? ''] ?? 'decimal';
    this.#last = integer(attributes['start'], 1) - 1;
  }

  /** «1.», «二、», «» for the next item. */
  next(attributes: HtmlAttributes): string {
    this.#last = integer(attributes['value'], this.#last + 1);
    const number = formatNumber(this.#last, this.#format);
    return number === '' ? '' : number + (/\p{Script=Han}/u.test(number) ? '、' : '.');
  }
}

function integer(text: string | undefined, otherwise: number): number {
  const value = Number.parseInt(text ?? '', 10);
  return Number.isNaN(value) ? otherwise : value;
}
