/** Chinese ordinals as headings count: 一 … 九十九. Years (二〇二六) and sums (两千万) are not ordinals. */

const DIGITS = '一二三四五六七八九';
const TEN = '十';
const LONGEST = 3;

/** A unit that may stand in an ordinal. */
export function isOrdinalUnit(unit: string): boolean {
  return unit !== '' && (unit === TEN || DIGITS.includes(unit));
}

/** «三» → 3, «十» → 10, «二十一» → 21; `undefined` for «三三», «百», «». */
export function parseOrdinal(text: string): number | undefined {
  if (text.length === 0 || text.length > LONGEST) return undefined;
  const ten = text.indexOf(TEN);
  if (ten < 0) return text.length === 1 ? digit(text) : undefined;
  if (ten > 1) return undefined;
  const tens = ten === 0 ? 1 : digit(text[0]!);
  const ones = ten === text.length - 1 ? 0 : text.length === ten + 2 ? digit(text[ten + 1]!) : undefined;
  return tens === undefined || ones === undefined ? undefined : tens * 10 + ones;
}

/** 3 → «三», 10 → «十», 21 → «二十一»; `undefined` outside 1 … 99. */
export function formatOrdinal(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 1 || value > 99) return undefined;
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : tens === 1 ? TEN : DIGITS[tens - 1]! + TEN;
  return ones === 0 ? head : head + DIGITS[ones - 1]!;
}

/** «九» → «十», «十九» → «二十». */
export function nextOrdinal(text: string): string | undefined {
  const value = parseOrdinal(text);
  return value === undefined ? undefined : formatOrdinal(value + 1);
}

/** The longest ordinal that stands at `offset`: for «十二是» its value and length, 12 and 2. */
export function ordinalAt(
  text: string,
  offset: number,
): { readonly value: number; readonly length: number } | undefined {
  let length = 0;
  while (length < LONGEST && isOrdinalUnit(text[offset + length] ?? '')) length++;
  if (isOrdinalUnit(text[offset + length] ?? '')) return undefined;
  const value = parseOrdinal(text.slice(offset, offset + length));
  return value === undefined ? undefined : { value, length };
}

function digit(unit: string): number | undefined {
  const index = DIGITS.indexOf(unit);
  return index < 0 ? undefined : index + 1;
}
