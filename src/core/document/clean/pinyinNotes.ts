import { isHan } from '../../text/charClass.ts';
import type { CleaningStep, Edit } from './editableText.ts';

/** One syllable in brackets after an ideograph; «ɡ» (U+0261) is what some web mills write for g. */
const NOTE = /[(（][ \t]?([a-zɡāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿê]{1,6})[ \t]?[)）]/gu;
const TONE_MARK = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]/u;
const NEUTRAL = new Set([
  'de',
  'le',
  'me',
  'men',
  'ma',
  'ne',
  'ba',
  'zi',
  'ge',
  'zhe',
  'guo',
  'li',
  'lai',
  'tou',
  'shi',
]);
/** From this many notes on the page was annotated by a machine, and notes without tone mark are its work too. */
const MACHINE_NOTES = 3;

/** «落實(shí)工作» → «落實工作». A note without tone mark goes only where a machine wrote them: «我們(men)». */
export const removePinyinNotes: CleaningStep = text => {
  const edits: Edit[] = [];
  const neutral: Edit[] = [];
  for (const match of text.matchAll(NOTE)) {
    if (match.index > 0 && !isHan(text[match.index - 1]!)) continue;
    const edit: Edit = { start: match.index, end: match.index + match[0].length, after: '', kind: 'pinyin-note' };
    if (TONE_MARK.test(match[1]!)) edits.push(edit);
    else if (NEUTRAL.has(match[1]!)) neutral.push(edit);
  }
  if (neutral.length === 0 || edits.length < MACHINE_NOTES) return edits;
  return [...edits, ...neutral].sort((a, b) => a.start - b.start);
};
