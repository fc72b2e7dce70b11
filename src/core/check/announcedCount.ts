import type { NumberedSeries } from '../parallel/numberedSeries.ts';
import { isClauseBreak, isSentenceEnd, trimClosing } from '../text/charClass.ts';
import { clauseStart } from '../text/clauses.ts';
import { formatOrdinal, parseOrdinal } from '../text/numerals.ts';
import type { Span } from '../text/span.ts';
import type { Check } from './checkContext.ts';
import type { Fix } from './finding.ts';

/** «三个方面», «六种», «4项»: what is counted, with its number. Not «第三个», «二十三个», «2013年3个». */
const COUNTED =
  /(?<![第一二三四五六七八九十百千万亿\d.%])([二三四五六七八九两]|十[一二三四五]?|\d{1,2})(?:个|点|项|条|种|方面|句|件|大)/g;
/** Longer leads announce nothing. */
const LONGEST_LEAD = 60;
/** Words between the number and the mark before the items: «三个方面的工作意见». */
const LONGEST_REST = 14;

/**
 * A number announced right before a numbered series that has more or fewer members: «讲三个方面的意见：⏎一、…» with nothing after 一、. Only
 * what the last clause before the first member announces, if that holds one number and no more.
 */
export const announcedCount: Check = ({ text, scan }) =>
  scan.series.flatMap(series => {
    const announced = announcementBefore(text, series);
    const found = series.members.length;
    if (announced === undefined || announced.count === found) return [];
    const { start, end, count } = announced;
    const message = `这里说的是 ${count} 项，后面找到 ${found} 项`;
    return [
      { kind: 'announced-count', start, end, message, fixes: found > 1 ? [recounted(text, announced, found)] : [] },
    ];
  });

interface Announcement extends Span {
  readonly count: number;
  /** Where the number stands. */
  readonly number: Span;
}

function announcementBefore(text: string, { members }: NumberedSeries): Announcement | undefined {
  const { ordinal, start: first } = members[0]!.marker;
  if (ordinal !== 1) return undefined;
  const end = trimClosing(text, Math.max(0, first - LONGEST_LEAD), first);
  const start = clauseStart(text, end, Math.max(0, end - LONGEST_LEAD), isClauseBreak);
  const clause = text.slice(start, end);
  const counted = [...clause.matchAll(COUNTED)];
  const [only] = counted;
  if (only === undefined || counted.length > 1 || !endsSentence(text, end, first)) return undefined;
  // A slogan that is only named may have its items elsewhere.
  if (text[end - 1] === '”' && !text.slice(end, first).includes('：')) return undefined;
  if (clause.length - only.index - only[0].length > LONGEST_REST) return undefined;
  const number = only[1]!;
  return {
    start: start + only.index,
    end: end - (text[end - 1] === '”' ? 1 : 0),
    count: number === '两' ? 2 : (parseOrdinal(number) ?? Number(number)),
    number: { start: start + only.index, end: start + only.index + number.length },
  };
}

/** What announces is a clause of its own: «：», a stop or the end of its line come between it and the items. */
function endsSentence(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isSentenceEnd(text[at]!) || '：:'.includes(text[at]!)) return true;
  return false;
}

function recounted(text: string, { number, end }: Announcement, found: number): Fix {
  const isArabic = /\d/.test(text[number.start]!);
  const newText = isArabic ? String(found) : found === 2 ? '两' : (formatOrdinal(found) ?? String(found));
  return { title: `改为“${newText}${text.slice(number.end, end)}”`, edits: [{ ...number, newText }] };
}
