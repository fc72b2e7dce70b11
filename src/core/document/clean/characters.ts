/** Chinese ideograph, one UTF-16 unit; either half of a pair above U+FFFF counts, as those pairs here are rare ideographs. */
export function isHan(unit: string | undefined): boolean {
  if (unit === undefined || unit === '') return false;
  const code = unit.charCodeAt(0);
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xd840 && code <= 0xd88f) ||
    (code >= 0xdc00 && code <= 0xdfff) ||
    code === 0x3007
  );
}

/** Ideograph, Chinese punctuation, or a mask such as X, ×, * or □ that stands for ideographs: «XX市», «××年». */
export function isChinese(unit: string | undefined): boolean {
  if (unit === undefined || unit === '') return false;
  const code = unit.charCodeAt(0);
  return (
    isHan(unit) ||
    (code > 0x3000 && code <= 0x303f) ||
    (code >= 0xff00 && code <= 0xffef) ||
    '“”‘’…—·X×*□○●'.includes(unit)
  );
}

export function isDigit(unit: string | undefined): boolean {
  return unit !== undefined && unit >= '0' && unit <= '9';
}

export function isLatin(unit: string | undefined): boolean {
  return unit !== undefined && ((unit >= 'A' && unit <= 'Z') || (unit >= 'a' && unit <= 'z'));
}

export function isBlank(unit: string | undefined): boolean {
  return unit === ' ' || unit === '\t' || unit === '\u3000' || unit === '\u00a0';
}

/** A sentence may end here: «。», «！», «？», «…» and the quotes and brackets that close after them. */
export const SENTENCE_END = /[。！？!?…][”’』」）)》]*$/u;

/** What a list item or heading starts with: «一、», «（二）», «3.», «一是», «第四，», «——», «首先». */
export const ENUMERATOR =
  /^(?:[一二三四五六七八九十]{1,3}(?:[、，,.．是要]|来)|第[一二三四五六七八九十]{1,3}[，,、：:章节条部]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}(?:[、)）]|[.．](?!\d))|[①-⑳]|[—–-]{2}|[●■◆▲★※•]|其[一二三四五六七八九十]|首先|其次|再次|最后)/u;
