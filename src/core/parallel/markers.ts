import { formatOrdinal } from '../text/numerals.ts';
import type { Span } from '../text/span.ts';

/** Families of enumerators. `heading1` … `heading5` are ranks of the outline; the others stand below the section they are in. */
export type MarkerStyle =
  | 'heading1' // 一、
  | 'heading2' // （一）
  | 'heading3' // 1.
  | 'heading4' // （1）
  | 'heading5' // ①
  | 'article' // 第一条 at the start of a line
  | 'ordinal' // 第一，
  | 'is' // 一是
  | 'must' // 一要
  | 'verb' // 一靠, 一抓: needs a second member before anyone believes it
  | 'among' // 其一，
  | 'reason' // 一来, 一则
  | 'sequence' // 首先 其次 再次 最后
  | 'aspect' // 一方面 另一方面
  | 'dash' // —— at the start of a line
  | 'quoted'; // “为基层”就是要 at the start of a line: takes up one part of a slogan

/** What stands before a place: nothing on its line, a sentence end or «；：», or a lesser pause. */
export type Place = 'line' | 'sentence' | 'clause';

/** An enumerator as written. `text` = `prefix` + number or word + `suffix`. */
export interface Marker extends Span {
  readonly style: MarkerStyle;
  /** 1, 2, 3 …; 0 for a marker that is only repeated (——). */
  readonly ordinal: number;
  readonly text: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly place: Place;
}

/** Words that count, in order; each style's `ordinal` is the place in its list. */
export const SEQUENCE: readonly string[] = ['首先', '其次', '再次', '最后'];
export const ASPECT: readonly string[] = ['一方面', '另一方面'];
export const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
/** The heading ranks; absent for markers that stand inside a section of any level. */
export const HEADING_RANK: Readonly<Partial<Record<MarkerStyle, number>>> = {
  heading1: 1,
  heading2: 2,
  heading3: 3,
  heading4: 4,
  heading5: 5,
};

const UNCOUNTED: ReadonlySet<MarkerStyle> = new Set<MarkerStyle>(['sequence', 'aspect', 'dash', 'quoted']);

/** Whether the members of the style count one by one. Not so 首先 … 最后, where words may be left out, nor 一方面 … 另一方面 and ——. */
export function isCounted(style: MarkerStyle): boolean {
  return !UNCOUNTED.has(style);
}

/** What the markers of one series have in common. */
export type MarkerShape = Pick<Marker, 'style' | 'prefix' | 'suffix'>;

/** The marker for `ordinal` in the style and punctuation of `like`: «第一，», 3 → «第三，»; `undefined` past the end of a style. */
export function renderMarker(like: MarkerShape, ordinal: number): string | undefined {
  const number = numeral(like, ordinal);
  return number === undefined ? undefined : like.prefix + number + like.suffix;
}

/** What the member after `last` begins with, in the style of `first`: «再次，» → «最后，», «（二）» → «（三）», «——» → «——». */
export function nextMarker(first: Marker, last: Marker): string | undefined {
  return renderMarker(first, first.ordinal === 0 ? 0 : last.ordinal + 1);
}

function numeral(like: MarkerShape, ordinal: number): string | undefined {
  switch (like.style) {
    case 'dash':
      return '';
    case 'quoted': // what the next part of the slogan is called is for the writer to say
      return undefined;
    case 'sequence':
      return SEQUENCE[ordinal - 1];
    case 'aspect':
      return ASPECT[ordinal - 1];
    case 'heading3':
    case 'heading4':
      return String(ordinal);
    case 'heading5':
      return CIRCLED[ordinal - 1];
    default:
      return formatOrdinal(ordinal);
  }
}
