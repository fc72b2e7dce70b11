import { Converter } from 'opencc-js/t2cn';
import { paragraphAt, paragraphs } from '../../text/sentences.ts';
import type { Span } from '../../text/span.ts';
import type { CleaningStep, Edit } from './editableText.ts';
import { gb2312Units, isGb2312 } from './gbk.ts';

/** Traditional by the tables, but proper in simplified names: 李昇, 蘋洲. */
const NAMES = new Set('昇碕蘋');
/** From this share on (of the ideographs) the text itself is traditional, not just a name in it. */
const TRADITIONAL_SHARE = 0.02;
const HAN_RUN = /[\p{Script=Han}]+/gu;

let convert: ((text: string) => string) | undefined;

/**
 * «落實報告» → «落实报告», unit for unit. Characters that simplified text never uses («實») are always converted;
 * those it does use («著», «乾», «於») only where the text as a whole is traditional. A simplified text returns at once
 * and never builds the converter.
 */
export const simplify: CleaningStep = text => {
  const evident: Edit[] = [];
  const ambiguous: Edit[] = [];
  const done = new Set<number>();
  for (let at = foreignHan(text, 0); at >= 0; ) {
    const paragraph = paragraphAt(text, at);
    collect(text, paragraph, evident, ambiguous);
    done.add(paragraph.start);
    at = foreignHan(text, paragraph.end);
  }
  if (evident.length === 0) return evident;
  let han = 0;
  for (const match of text.matchAll(HAN_RUN)) han += match[0].length;
  if (evident.length < han * TRADITIONAL_SHARE) return evident;
  for (const paragraph of paragraphs(text)) {
    if (!done.has(paragraph.start)) collect(text, paragraph, evident, ambiguous);
  }
  return [...evident, ...ambiguous].sort((a, b) => a.start - b.start);
};

function collect(text: string, { start, end }: Span, evident: Edit[], ambiguous: Edit[]): void {
  const paragraph = text.slice(start, end);
  const simplified = toSimplified(paragraph);
  for (let i = 0; i < paragraph.length; i++) {
    if (paragraph[i] === simplified[i] || NAMES.has(paragraph[i]!)) continue;
    const edit: Edit = { start: start + i, end: start + i + 1, after: simplified[i]!, kind: 'traditional' };
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

/** Offset from `from` on of the first ideograph outside GB 2312, the repertoire of ordinary simplified text; -1 if there is none. */
function foreignHan(text: string, from: number): number {
  const usual = gb2312Units();
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x3400 && code <= 0x9fff && usual[code] === 0) return at;
  }
  return -1;
}
