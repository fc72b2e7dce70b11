import { isHan } from '../../text/charClass.ts';
import { isCommonWord } from './commonWords.ts';
import type { CleaningStep, Edit } from './editableText.ts';
import { gbkCharacter, gbkCode } from './gbk.ts';
import { decodeShifted, type ShiftedRun } from './shiftedRun.ts';
import { toSimplified } from './simplify.ts';
import { mayRead } from './traditionalReadings.ts';

/** A note whose opening bracket was eaten: «域?qū)崿F(xiàn)». */
const EATEN_NOTE = /[?？\ufffd]([a-zɡāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6})[)）]/gu;
const TONED_NOTE = /\p{Script=Han}[(（][a-zɡ]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zɡ]{0,4}[)）]/gu;
/** Bopomofo and box drawing right behind Chinese, or a lone «?» before more Chinese: «。ㄒ唬┙(jīng)», «的?！币虼藝(guó)». */
const LOST_BYTE =
  /(?<=[\p{Script=Han}，。；：、！？”）])(?:[?？\ufffd](?=[^\s\w?？])|(?=[\u3105-\u3129\u2500-\u2573]))/gu;
/** Fewer notes may be an author's own; a page of the mill has one for every traditional character. */
const MILL_NOTES = 3;
/** A page has some dozens of kinds of notes; the memo must not grow with hostile text. */
const MAX_MEMO = 2_000;

/**
 * Undoes a web mill that worked on GBK bytes: it took the second byte of one character and the first of the next for a third
 * and put a note between, which shifts everything up to the next ASCII character by one byte:
 * «域實現» = D3 F2 8C 8D AC 46; F2 8C is 驅 → «域?qū)崿F(xiàn)»; here → «域實現(xiàn)».
 * The eaten byte is the one that gives the note its reading. A character that stays unknown becomes □.
 */
export const repairByteShift: CleaningStep = text => {
  const edits: Edit[] = [];
  for (const match of text.matchAll(EATEN_NOTE)) {
    const before = text[match.index - 1] ?? '';
    if (match.index < (edits.at(-1)?.end ?? 0) || !isHan(before)) continue;
    const start = match.index + match[0].length;
    const run = mostPlausible(leadBytes(before, match[1]!).map(lead => decodeShifted(text, start, lead)));
    edits.push({ start: match.index, end: run?.end ?? start, after: run?.text ?? '□', kind: 'byte-shift' });
  }
  if (!isFromMill(text)) return edits;
  for (const match of text.matchAll(LOST_BYTE)) {
    const start = match.index + match[0].length;
    const run = withoutLead(text, match.index, start);
    if (run !== undefined) edits.push({ start: match.index, end: run.end, after: run.text, kind: 'byte-shift' });
  }
  return withoutOverlaps(edits);
};

const leadsOf = new Map<string, number[]>();

/** First bytes the mill may have eaten after `before`, by the reading of the note it left: («域», «qū») → [0x8C]. */
function leadBytes(before: string, note: string): number[] {
  const key = before + note;
  const known = leadsOf.get(key);
  if (known !== undefined) return known;
  const code = gbkCode(before);
  const found: number[] = [];
  for (let byte = 0x81; code !== undefined && byte <= 0xfe; byte++) {
    const straddling = gbkCharacter(code & 0xff, byte);
    if (straddling !== undefined && mayRead(straddling, note)) found.push(byte);
  }
  if (leadsOf.size < MAX_MEMO) leadsOf.set(key, found);
  return found;
}

/**
 * The lost byte is named by nothing, only the characters after the first are sure: they must all be ordinary and end in a
 * note that fits. The first is the one that goes with its neighbours, else □.
 */
function withoutLead(text: string, at: number, start: number): ShiftedRun | undefined {
  let sure: ShiftedRun | undefined;
  const firsts: string[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    const run = decodeShifted(text, start, lead);
    if (run === undefined || run.closed !== 'certain' || run.text.length < 3 || run.plausibility < 1) continue;
    sure ??= run;
    firsts.push(run.text[0]!);
  }
  if (sure === undefined) return undefined;
  const rest = sure.text.slice(1);
  const fitting = firsts.filter(first => goesWith(text[at - 1] ?? '', first, rest));
  return { ...sure, text: (fitting.length === 1 ? fitting[0]! : '□') + rest };
}

function goesWith(left: string, first: string, rest: string): boolean {
  if (/^[^（]*）/u.test(rest)) return first === '（';
  if (rest.startsWith('”')) return first === '。';
  return isCommonWord(toSimplified(left + first)) || isCommonWord(toSimplified(first + rest[0]!));
}

function mostPlausible(runs: readonly (ShiftedRun | undefined)[]): ShiftedRun | undefined {
  let best: ShiftedRun | undefined;
  for (const run of runs) {
    if (run !== undefined && (best === undefined || run.plausibility > best.plausibility)) best = run;
  }
  return best;
}

function isFromMill(text: string): boolean {
  let notes = 0;
  for (const _ of text.matchAll(TONED_NOTE)) if (++notes >= MILL_NOTES) return true;
  return false;
}

function withoutOverlaps(edits: Edit[]): Edit[] {
  edits.sort((a, b) => a.start - b.start);
  let end = 0;
  return edits.filter(edit => {
    if (edit.start < end) return false;
    end = edit.end;
    return true;
  });
}
