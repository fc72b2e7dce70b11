import { isHan } from '../../text/charClass.ts';

/** Ideograph, Chinese punctuation, or a mask such as X, ×, * or □ that stands for ideographs: «XX市», «××年». False for `''`. */
export function isChinese(unit: string): boolean {
  const code = unit.charCodeAt(0);
  return isHan(unit) || (code > 0x3000 && code <= 0x303f) || (code >= 0xff00 && code <= 0xffef) || isMark(unit);
}

/** Chinese punctuation that Unicode shares with other scripts, and masks. */
function isMark(unit: string): boolean {
  return unit !== '' && '“”‘’…—·X×*□○●'.includes(unit);
}

export function isLatin(unit: string): boolean {
  return (unit >= 'A' && unit <= 'Z') || (unit >= 'a' && unit <= 'z');
}

/** A sentence may end here: «。», «！», «？», «…» and the quotes and brackets that close after them. */
export const SENTENCE_END = /[。！？!?…][”’』」）)》]*$/u;

const NUMERAL = '[一二三四五六七八九十]';
const ENUMERATORS = [
  `${NUMERAL}{1,3}(?:[、，,.．是要]|来)`, // 一、 一是 一要 一来
  `第${NUMERAL}{1,3}[，,、：:章节条部]`, // 第一， 第一章
  `[（(](?:${NUMERAL}|\\d){1,3}[）)]`, // （一） (1)
  '\\d{1,3}(?:[、)）]|[.．](?!\\d))', // 1、 1) 1. but not 1.5
  `其${NUMERAL}`,
  '首先|其次|再次|最后',
  '[①-⑳●■◆▲★※•]|[—–-]{2}',
];

/** What a list item or heading starts with: «一、», «（二）», «3.», «一是», «第四，», «——», «首先». */
export const ENUMERATOR = new RegExp(`^(?:${ENUMERATORS.join('|')})`, 'u');
