import {
  CLOSES,
  classAt,
  HAN,
  isSentenceEnd,
  NEWLINE,
  OPENS,
  PAUSE,
  SPACE,
  STOP,
  trimClosing,
} from '../text/charClass.ts';
import { lineStart } from '../text/lines.ts';
import { clauses, sentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { listBefore } from './items.ts';
import { markerAt } from './markerAt.ts';
import { scanNumbered } from './numberedScan.ts';
import type { NumberedSeries } from './numberedSeries.ts';
import { memberText, type Scan } from './openSeries.ts';

/** A member that is being written at the caret, in a series that has other members already. */
export interface OpenMember {
  /** The members before it, as in `SeriesMember.text`. The first of a list may still have its governing head. */
  readonly members: readonly string[];
  /** The part of the member that has been written, possibly nothing. */
  readonly typed: string;
}

/** After this many units a numbered member is no longer looked up, because it begins with words with which many members begin. */
const LONGEST_TYPED = 12;
const LONGEST_LISTED = 4;
/** The first units of a member, the blanks before them and the longest enumerator together. */
const MARKER_REACH = 24;
/** How far back members are looked for. */
const LOOK_BACK = 500;

/**
 * The series that may be under way at the caret, the likeliest reading first. After «…第二，要严在日常。第三，｜» the members before are those of 第一 and
 * 第二; after «稳增长、促改革、调｜» they are 稳增长 and 促改革, and 调 is typed. Clauses are members whatever separates them («有令不行、有禁不止，｜»), and so are
 * whole sentences («有的…。有的…。｜»). A list needs two members, a numbered series one. O(caret) for numbered series, O(sentence) for the others.
 */
export function openMembersAt(text: string, caret: number, scan: Scan = scanNumbered): OpenMember[] {
  const numbered = numberedMember(text, caret, scan);
  if (numbered) return [numbered];
  const mark = lastMark(text, caret);
  if (mark === undefined) return [];
  const start = Math.max(lineStart(text, mark), mark - LOOK_BACK);
  const readings = classAt(text, mark) & STOP ? [sentencesOf(text, start, mark)] : listsOf(text, start, mark);
  const typed = text.slice(mark + 1, caret).replace(/^[”’）]+/, '');
  return readings.filter(members => members.length > 1).map(members => ({ members, typed }));
}

function numberedMember(text: string, caret: number, scan: Scan): OpenMember | undefined {
  if (!isMarkerNear(text, caret)) return undefined;
  const series = scan(text, caret).open.at(-1);
  const last = series?.members.at(-1);
  if (series === undefined || last === undefined || series.members.length < 2) return undefined;
  if (last.bodyStart > caret || !isTyped(text, last.bodyStart, caret)) return undefined;
  return { members: headsBefore(text, series), typed: text.slice(last.bodyStart, caret) };
}

/**
 * Whether there is an enumerator so near that a member may have just begun. Otherwise the draft need not be scanned, which takes much
 * longer.
 */
function isMarkerNear(text: string, caret: number): boolean {
  for (let at = caret; at >= Math.max(0, caret - MARKER_REACH); at--) {
    const isStart = at === 0 || (classAt(text, at - 1) & (PAUSE | STOP | NEWLINE | CLOSES | SPACE)) !== 0;
    if (isStart && markerAt(text, at, 'line') !== undefined) return true;
  }
  return false;
}

/** The texts of all members but the last. */
function headsBefore(text: string, { members }: NumberedSeries): string[] {
  return members
    .slice(0, -1)
    .map(({ bodyStart }, index) => memberText(text, bodyStart, members[index + 1]!.marker.start).text);
}

/** The place of the mark behind which the member begins. */
function lastMark(text: string, caret: number): number | undefined {
  const least = Math.max(0, caret - LONGEST_LISTED - 2);
  for (let at = caret - 1; at >= least; at--)
    if (classAt(text, at) & (PAUSE | STOP)) return isTyped(text, at + 1, caret) ? at : undefined;
  return undefined;
}

/** Whether the text is only the beginning of a member: Chinese characters and quotation marks. */
function isTyped(text: string, start: number, caret: number): boolean {
  if (caret - start > LONGEST_TYPED) return false;
  for (let at = start; at < caret; at++) if ((classAt(text, at) & (HAN | OPENS | CLOSES)) === 0) return false;
  return true;
}

function sentencesOf(text: string, start: number, stop: number): string[] {
  return textsOf(text, sentences(text, { start, end: stop + 1 }));
}

/** The members joined by the last mark, and then all clauses of the sentence. */
function listsOf(text: string, from: number, mark: number): string[][] {
  let start = mark;
  while (start > from && !isSentenceEnd(text[start - 1]!)) start--;
  const span = { start, end: mark + 1 };
  const items = listBefore(text, span)?.items ?? [];
  return [items.map(item => item.text), textsOf(text, clauses(text, span))];
}

/** The texts of spans without the marks at their ends. */
function textsOf(text: string, spans: readonly Span[]): string[] {
  return spans.map(({ start, end }) => text.slice(start, trimClosing(text, start, end)));
}
