import {
  CLOSES,
  classAt,
  isClosing,
  isDigit,
  isOpening,
  isPause,
  isStop,
  SPACES,
  unitTable,
} from '../text/charClass.ts';
import { lineEnd } from '../text/lines.ts';
import { isOrdinalUnit, ordinalAt } from '../text/numerals.ts';
import { ASPECT, CIRCLED, type Marker, type MarkerStyle, type Place, SEQUENCE } from './markers.ts';

/** What may stand before a marker: blanks, asterisks, opening quotes; hashes only at the start of a line. */
const BEFORE_MARKER = 1;
const BEFORE_LINE_MARKER = 2;
const BEFORE = unitTable([
  [`${SPACES}*“"`, BEFORE_MARKER],
  ['#', BEFORE_LINE_MARKER],
]);
/** What a marker may begin with. */
const FIRST_UNITS = unitTable([[`第其首再最（(—另一二三四五六七八九十0123456789${CIRCLED}`, 1]]);
const MARK_AFTER_ORDINAL = '，、,：:';
const VERBS = '靠抓看讲查促';
const QUOTED_VERB = '就是要';
const LONGEST_QUOTED_HEAD = 8;
const LONGEST_DATE_LINE = 60;

/** Skips blanks, markdown hashes and asterisks, and the opening quote a series may stand in: «## 一、» → offset of «一». */
export function markerStart(text: string, offset: number, place: Place): number {
  const passed = place === 'line' ? BEFORE_MARKER | BEFORE_LINE_MARKER : BEFORE_MARKER;
  let at = offset;
  while (at < text.length && BEFORE[text.charCodeAt(at)]! & passed) at++;
  return at;
}

/** Where a marker may start behind the mark at `mark` and what closes after it. */
export function markerStartBehind(text: string, mark: number, place: Place): number {
  let at = mark + 1;
  while (classAt(text, at) & CLOSES && text[at] !== '"') at++;
  return markerStart(text, at, place);
}

/** Whether the unit at `offset` is one that enumerators begin with. */
export function mayBeginMarker(text: string, offset: number): boolean {
  return FIRST_UNITS[text.charCodeAt(offset)] === 1;
}

/**
 * The enumerator that starts exactly at `offset`, which the caller knows to be the start of a clause: «二要», «第三，», «（四）».
 * False friends give `undefined`: 第一时间, 第一百二十条, 一是一, 三要素, 1.5亿, 2024. O(1).
 */
export function markerAt(text: string, offset: number, place: Place): Marker | undefined {
  const mayBeQuoted = place === 'line' && text[offset - 1] === '“';
  if (!mayBeQuoted && !mayBeginMarker(text, offset)) return undefined;
  const unit = text[offset] ?? '';
  const marker = (style: MarkerStyle, ordinal: number, prefix: number, suffix: number, end: number): Marker => ({
    start: offset,
    end,
    style,
    ordinal,
    text: text.slice(offset, end),
    prefix: text.slice(offset, offset + prefix),
    suffix: text.slice(end - suffix, end),
    place,
  });
  const quoted = mayBeQuoted ? quotedHead(text, offset) : 0;
  if (quoted > 0) return marker('quoted', 0, 0, 0, quoted);
  if (unit === '第') return afterDi(text, offset, place, marker);
  if (unit === '其' || unit === '首' || unit === '再' || unit === '最') {
    const word = SEQUENCE.findIndex(name => text.startsWith(name, offset));
    if (word >= 0) return sequence(text, offset, word, marker);
    const ordinal = unit === '其' ? ordinalAt(text, offset + 1) : undefined;
    const end = offset + 1 + (ordinal?.length ?? 0);
    if (!ordinal || !`${MARK_AFTER_ORDINAL}是`.includes(text[end] ?? '\0')) return undefined;
    return marker('among', ordinal.value, 1, 1, end + 1);
  }
  if (unit === '（' || unit === '(') return bracketed(text, offset, place, marker);
  if (isDigit(unit)) return arabic(text, offset, place, marker);
  if (unit === '—') return place === 'line' && isDash(text, offset) ? marker('dash', 0, 2, 0, offset + 2) : undefined;
  const aspect = ASPECT.findIndex(name => text.startsWith(name, offset));
  if (aspect >= 0) {
    const end = offset + ASPECT[aspect]!.length;
    const comma = '，,'.includes(text[end] ?? '\0') ? 1 : 0;
    return marker('aspect', aspect + 1, 0, comma, end + comma);
  }
  if (isOrdinalUnit(unit)) return han(text, offset, place, marker);
  const circled = CIRCLED.indexOf(unit);
  return unit !== '' && circled >= 0 && place !== 'clause'
    ? marker('heading5', circled + 1, 0, 0, offset + 1)
    : undefined;
}

/** —— before a point; not the line under a title: ——二〇二六年一月八日在…会议上, which holds a date and no sentence. */
function isDash(text: string, offset: number): boolean {
  if (text[offset + 1] !== '—' || text[offset + 2] === '—') return false;
  const line = text.slice(offset, Math.min(lineEnd(text, offset), offset + LONGEST_DATE_LINE));
  return line.includes('。') || !(line.includes('年') && line.includes('月'));
}

/** End of «为基层”就是要» after its opening quote, 0 if the line begins otherwise. */
function quotedHead(text: string, offset: number): number {
  const close = text.slice(offset, offset + LONGEST_QUOTED_HEAD + 1).indexOf('”');
  if (close < 2) return 0;
  const after = offset + close + 1;
  const comma = text[after] === '，' ? 1 : 0;
  return text.startsWith(QUOTED_VERB, after + comma) ? after + comma + QUOTED_VERB.length : 0;
}

type Make = (style: MarkerStyle, ordinal: number, prefix: number, suffix: number, end: number) => Marker;

/** 第一，第一、第一： and, on a line of its own, 第一条. Not 第一时间, 第一、二产业. */
function afterDi(text: string, offset: number, place: Place, make: Make): Marker | undefined {
  const ordinal = ordinalAt(text, offset + 1);
  if (!ordinal) return undefined;
  const end = offset + 1 + ordinal.length;
  const unit = text[end] ?? '\0';
  if (place === 'line' && unit === '条') return make('article', ordinal.value, 1, 1, end + 1);
  if (!MARK_AFTER_ORDINAL.includes(unit)) return undefined;
  const next = text[end + 1] ?? '';
  if (unit === '、' && (isOrdinalUnit(next) || next === '第') && place !== 'line') return undefined;
  return make('ordinal', ordinal.value, 1, 1, end + 1);
}

function sequence(text: string, offset: number, word: number, make: Make): Marker | undefined {
  const end = offset + SEQUENCE[word]!.length;
  // «最后一公里», «最后时刻», «其次数»: the word must be followed by a comma or by what a new point begins with.
  const next = text[end] ?? '，';
  const comma = '，,'.includes(next) ? 1 : 0;
  if (!comma && !'是要从就，,\n'.includes(next)) return undefined;
  return make('sequence', word + 1, 0, comma, end + comma);
}

function bracketed(text: string, offset: number, place: Place, make: Make): Marker | undefined {
  if (place === 'clause') return undefined;
  const ordinal = ordinalAt(text, offset + 1) ?? arabicAt(text, offset + 1);
  if (!ordinal) return undefined;
  const end = offset + 1 + ordinal.length;
  if (text[end] !== '）' && text[end] !== ')') return undefined;
  return make(isDigit(text[offset + 1]!) ? 'heading4' : 'heading2', ordinal.value, 1, 1, end + 1);
}

function arabic(text: string, offset: number, place: Place, make: Make): Marker | undefined {
  const ordinal = arabicAt(text, offset);
  if (!ordinal || place === 'clause') return undefined;
  const end = offset + ordinal.length;
  const next = text[end + 1] ?? '';
  if (!'.．、'.includes(text[end] ?? '\0') || isDigit(next)) return undefined;
  if (text[end] === '、' && place !== 'line') return undefined;
  return make('heading3', ordinal.value, 0, 1, end + 1);
}

/** One or two digits, not zero, not the head of a longer number: a year is no ordinal. */
function arabicAt(text: string, offset: number): { value: number; length: number } | undefined {
  let length = 0;
  while (isDigit(text[offset + length] ?? '')) length++;
  if (length === 0 || length > 2 || text[offset] === '0') return undefined;
  return { value: Number(text.slice(offset, offset + length)), length };
}

/** 一、 一是 一要 一来 一则 一靠. */
function han(text: string, offset: number, place: Place, make: Make): Marker | undefined {
  const ordinal = ordinalAt(text, offset);
  if (!ordinal) return undefined;
  const end = offset + ordinal.length;
  const suffix = text[end] ?? '\0';
  const next = text[end + 1] ?? '';
  if (suffix === '、') {
    // «一、二产业», «二、三线城市» run on with a numeral; at the start of a line «一、一年来的工作» is a heading.
    if (place === 'clause' || (isOrdinalUnit(next) && (place === 'sentence' || text[end + 2] === '、')))
      return undefined;
    return make('heading1', ordinal.value, 0, 1, end + 1);
  }
  if (isPause(next) || isStop(next) || isClosing(next)) return undefined;
  if (suffix === '是') {
    // «一是一、二是二», «三是否…».
    const echo = ordinalAt(text, end + 1);
    const afterEcho = text[end + 1 + (echo?.length ?? 0)] ?? '，';
    if (
      next === '否' ||
      (echo?.value === ordinal.value && !isOpening(afterEcho) && (isPause(afterEcho) || isStop(afterEcho)))
    )
      return undefined;
    return make('is', ordinal.value, 0, 1, end + 1);
  }
  if (suffix === '要') return next === '素' ? undefined : make('must', ordinal.value, 0, 1, end + 1);
  if (suffix === '来' || suffix === '则') return make('reason', ordinal.value, 0, 1, end + 1);
  return VERBS.includes(suffix) ? make('verb', ordinal.value, 0, 1, end + 1) : undefined;
}
