import { Converter } from 'opencc-js/t2cn';
import type { CleaningStep, Edit } from './editableText.ts';
import { isGb2312 } from './gbk.ts';

/** Traditional by the tables, but proper in simplified names: 李昇, 蘋洲. */
const NAMES = new Set('昇碕蘋');
/** From this share on (of the ideographs) the text itself is traditional, not just a name in it. */
const TRADITIONAL_SHARE = 0.02;
const HAN_RUN = /[\p{Script=Han}]+/gu;
const CONTEXT = /[^\n]+/gu;

let convert: ((text: string) => string) | undefined;

/**
 * «落實報告» → «落实报告», unit for unit. Characters that simplified text never uses («實») are always converted;
 * those it does use («著», «乾», «於») only where the text as a whole is traditional. A simplified text returns at once
 * and never builds the converter.
 */
export const simplify: CleaningStep = text => {
  if (!hasForeignHan(text)) return [];
  const evident: Edit[] = [];
  const ambiguous: Edit[] = [];
  for (const { 0: paragraph, index } of text.matchAll(CONTEXT)) {
    if (!hasForeignHan(paragraph)) continue;
    collect(paragraph, index, evident, ambiguous);
  }
  let han = 0;
  for (const match of text.matchAll(HAN_RUN)) han += match[0].length;
  if (evident.length < han * TRADITIONAL_SHARE || evident.length === 0) return evident;
  for (const { 0: paragraph, index } of text.matchAll(CONTEXT)) {
    if (!hasForeignHan(paragraph)) collect(paragraph, index, evident, ambiguous);
  }
  return [...evident, ...ambiguous].sort((a, b) => a.start - b.start);
};

function collect(paragraph: string, offset: number, evident: Edit[], ambiguous: Edit[]): void {
  const simplified = toSimplified(paragraph);
  for (let i = 0; i < paragraph.length; i++) {
    if (paragraph[i] === simplified[i] || NAMES.has(paragraph[i]!)) continue;
    const edit: Edit = { start: offset + i, end: offset + i + 1, after: simplified[i]!, kind: 'traditional' };
    (isGb2312(paragraph[i]!) ? ambiguous : evident).push(edit);
  }
}

/** Same length as `text`: what the converter would lengthen or shorten is converted character by character. */
export function toSimplified(text: string): string {
  convert ??= Converter({ from: 'tw', to: 'cn' });
  const whole = convert(text);
  if (whole.length === text.length) return whole;
  let out = '';
  for (const character of text) {
    const one = convert(character);
    out += one.length === character.length ? one : character;
  }
  return out;
}

/** Whether there is an ideograph outside GB 2312, the repertoire of ordinary simplified text. */
function hasForeignHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x3400 && code <= 0x9fff && !isGb2312(text[i]!)) return true;
  }
  return false;
}
