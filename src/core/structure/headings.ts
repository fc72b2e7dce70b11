import { isClauseEnd, isPause, isSpace, isStop, trimClosing } from '../text/charClass.ts';
import type { Span } from '../text/span.ts';

/** Run-in heads longer than this are cut at their first comma. */
const LONGEST_HEAD = 30;
const LONGEST_SALUTATION = 40;
const LONGEST_PLAIN_HEADING = 30;
const LONGEST_TITLE_LINE = 60;
const SALUTATIONS = ['同志们', '各位', '尊敬的', '敬爱的', '主席团', '大家'];
/** Words that address someone: «青年朋友们», «女士们», «习近平主席阁下». 我们 and similar words address nobody. */
const ADDRESSED = /(?<![我你他她它咱人])们$|(?:先生|女士|阁下|代表|委员|同志|主任|书记|市长)$/;
const BRACKETED = /^（[^（）]*）$/;
/** The heading of an appendix to a report that explains its terms. */
const NOTES_HEADING = /^【?(?:附件?[：:]?)?.{0,6}(?:名词|用语|词语|术语).{0,4}(?:解释|注释|注解|说明|释义)】?$/;

/**
 * A heading as written, from its marker on, without closing punctuation: «二要善思。要把…» → «二要善思»; of «一、提高认识，增强信心» on a line of its own
 * everything. O(length of the heading).
 */
export function headingTitle(text: string, markerStart: number, bodyStart: number): string {
  let end = bodyStart;
  let comma = -1;
  while (end < text.length && text[end] !== '\n' && !isStop(text[end]!)) {
    if (comma < 0 && end > bodyStart + 3 && isPause(text[end]!) && text[end] !== '、') comma = end;
    end++;
  }
  const standsAlone = end >= text.length || text[end] === '\n';
  const stop = !standsAlone && comma >= 0 && end - markerStart > LONGEST_HEAD ? comma : end;
  return text.slice(markerStart, trimClosing(text, bodyStart, stop)).replaceAll('*', '');
}

/** Whether the line is a salutation: «同志们：», «各位代表：». «各位代表！» is one too, but in the middle of a report it begins a part. */
export function isSalutation(text: string, line: Span): boolean {
  const { start, end } = inner(text, line);
  if (end <= start || end - start > LONGEST_SALUTATION || !'：:！!，,'.includes(text[end - 1]!)) return false;
  return isAddress(text.slice(start, end - 1));
}

/** Whether every part of the words addresses someone: «同志们», «青年朋友们，同志们», «尊敬的各位来宾、女士们». */
export function isAddress(words: string): boolean {
  const isOne = (part: string): boolean => SALUTATIONS.some(word => part.startsWith(word)) || ADDRESSED.test(part);
  return !/[。？?…]/u.test(words) && words.split(/[，、,！!]\s*/u).every(isOne);
}

/** Whether the line heads notes that explain words («名词解释», «附：名词注解») and are not a section of the speech. */
export function isNotesHeading(text: string, line: Span): boolean {
  const { start, end } = inner(text, line);
  return end - start <= LONGEST_PLAIN_HEADING && NOTES_HEADING.test(text.slice(start, end));
}

/**
 * Whether the line is a heading of a document that does not number its parts: short and without closing punctuation. A line in brackets
 * says what is done between the words («（奏唱国歌）») and is no heading.
 */
export function isPlainHeading(text: string, line: Span): boolean {
  const { start, end } = inner(text, line);
  if (end - start < 2 || end - start > LONGEST_PLAIN_HEADING || isClauseEnd(text[end - 1]!)) return false;
  for (let at = start; at < end; at++) if (isStop(text[at]!)) return false;
  const words = text.slice(start, end);
  return !BRACKETED.test(words) && (!/\d\s*[年月日页]/.test(words) || /工作|回顾|目标|任务|规划/.test(words));
}

/** Number of lines at the beginning of the document that are title, date or speaker: short ones before the first sentence. */
export function titleLines(text: string, lines: readonly Span[]): number {
  let count = 0;
  for (const line of lines) {
    const { start, end } = inner(text, line);
    if (end - start > LONGEST_TITLE_LINE || isSalutation(text, line)) break;
    if (end > start && (isStop(text[end - 1]!) || isPause(text[end - 1]!))) break;
    count++;
  }
  return count === lines.length ? 0 : count;
}

/** The line without blanks, markdown hashes and asterisks at its ends. */
export function inner(text: string, line: Span): Span {
  let { start, end } = line;
  while (start < end && (isSpace(text[start]!) || text[start] === '#' || text[start] === '*')) start++;
  while (end > start && (isSpace(text[end - 1]!) || text[end - 1] === '*')) end--;
  return { start, end };
}
