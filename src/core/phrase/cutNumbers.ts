import { isDigit } from '../text/charClass.ts';

/** What figures count: «2002|年全省». */
const COUNTERS = '年月日个家项户所条座台套名处';
/** «增长8%|以上» */
const BOUNDS = ['以上', '以下', '左右', '以内'];

/** Moves a start that cuts a figure behind the rest of the figure and of what it counts: «3000|万立方米», «10月|8日». */
export function pastCutNumber(text: string, from: number, end: number): number {
  let start = from;
  if (isNumeral(text[start - 1]) || ('年月'.includes(text[start - 1] ?? ' ') && isDigit(text[start] ?? ''))) {
    while (start < end && (isNumeral(text[start]) || isPower(text[start]!))) start++;
    if (COUNTERS.includes(text[start] ?? ' ')) start++;
  }
  return start;
}

/** Moves an end that cuts a figure before that figure: «3000万|立方米», «设施1|万公里», «收入26|，530元». */
export function beforeCutNumber(text: string, start: number, to: number): number {
  let end = to;
  if ('年月'.includes(text[end - 1] ?? ' ') && isDigit(text[end] ?? '')) end--;
  const isParted = '，,'.includes(text[end] ?? ' ') && isDigit(text[end - 1] ?? '') && isDigit(text[end + 1] ?? '');
  const goesOn =
    isParted || isNumeral(text[end]) || isPower(text[end] ?? '') || BOUNDS.some(word => text.startsWith(word, end));
  if (goesOn) while (end > start && (isNumeral(text[end - 1]) || isPower(text[end - 1]!))) end--;
  return end;
}

function isNumeral(unit: string | undefined): boolean {
  return unit !== undefined && (isDigit(unit) || '.%％'.includes(unit));
}

function isPower(unit: string): boolean {
  return unit !== '' && '百千万亿'.includes(unit);
}
