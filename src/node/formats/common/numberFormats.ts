/** Numbers as word processors print them before a paragraph: format names of OOXML (`w:numFmt`). */

const DIGITS = '〇一二三四五六七八九';
const FORMAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const TRADITIONAL_FORMAL_DIGITS = '零壹貳參肆伍陸柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
/** Letters and Roman numbers grow without end; past this they are written in figures. */
const LARGEST_SPELT = 9999;

type Formatter = (value: number) => string;

const FORMATTERS: Readonly<Record<string, Formatter>> = {
  chineseCounting: countInChinese,
  chineseCountingThousand: countInChinese,
  japaneseCounting: countInChinese,
  taiwaneseCounting: countInChinese,
  taiwaneseCountingThousand: countInChinese,
  chineseLegalSimplified: value => spell(value, FORMAL_DIGITS, ['', '拾', '佰', '仟']),
  ideographLegalTraditional: value => spell(value, TRADITIONAL_FORMAL_DIGITS, ['', '拾', '佰', '仟']),
  ideographDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  taiwaneseDigital: digitByDigit,
  ideographTraditional: value => STEMS[value - 1] ?? String(value),
  ideographZodiac: value => BRANCHES[value - 1] ?? String(value),
  ideographZodiacTraditional: value => STEMS[(value - 1) % 10]! + BRANCHES[(value - 1) % 12]!,
  decimalZero: value => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: value => inRow(value, 0x2488, 20) ?? `${value}.`,
  decimalEnclosedParen: value => inRow(value, 0x2474, 20) ?? `(${value})`,
  ideographEnclosedCircle: value => inRow(value, 0x3280, 10) ?? `(${countInChinese(value)})`,
  ideographEnclosedParen: value => inRow(value, 0x3220, 10) ?? `(${countInChinese(value)})`,
  upperRoman: value => roman(value).toUpperCase(),
  lowerRoman: roman,
  upperLetter: value => letters(value, 'A'),
  lowerLetter: value => letters(value, 'a'),
  ordinal: value =>
    `${value}${value % 100 > 10 && value % 100 < 20 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`,
  numberInDash: value => `- ${value} -`,
  none: () => '',
};

/** 12 in `chineseCountingThousand` → «十二», in `decimalEnclosedCircle` → «⑫»; a format nobody knows counts in figures. */
export function formatNumber(value: number, format: string): string {
  if (value <= 0 || value > LARGEST_SPELT) return format === 'none' ? '' : String(value);
  return (FORMATTERS[format] ?? String)(value);
}

/** 10 → «十», 21 → «二十一», 105 → «一百零五». */
function countInChinese(value: number): string {
  return spell(value, `零${DIGITS.slice(1)}`, ['', '十', '百', '千']).replace(/^一十/, '十');
}

/** 105 → «一〇五». */
function digitByDigit(value: number): string {
  return [...String(value)].map(digit => DIGITS[Number(digit)]).join('');
}

function spell(value: number, digits: string, units: readonly string[]): string {
  let out = '';
  let zero = false;
  for (let place = String(value).length - 1; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      zero = true;
      continue;
    }
    out += (zero ? digits[0] : '') + digits[digit]! + units[place]!;
    zero = false;
  }
  return out;
}

function circled(value: number): string {
  if (value <= 20) return String.fromCharCode(0x2460 + value - 1);
  if (value <= 35) return String.fromCharCode(0x3251 + value - 21);
  if (value <= 50) return String.fromCharCode(0x32b1 + value - 36);
  return String(value);
}

function inRow(value: number, first: number, count: number): string | undefined {
  return value <= count ? String.fromCharCode(first + value - 1) : undefined;
}

function fullWidth(value: number): string {
  return String(value).replaceAll(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0x30 + 0xff10));
}

function roman(value: number): string {
  let rest = value;
  let out = '';
  for (const [worth, sign] of ROMAN) {
    for (; rest >= worth; rest -= worth) out += sign;
  }
  return out;
}

/** 1 → «a», 26 → «z», 27 → «aa», 28 → «bb», as Word counts. */
function letters(value: number, first: 'a' | 'A'): string {
  const letter = String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26));
  return letter.repeat(Math.ceil(value / 26));
}
