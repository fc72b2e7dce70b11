import { commonPrefix, commonSuffix } from '../parallel/frames.ts';
import type { NumberedSeries } from '../parallel/numberedSeries.ts';
import { isPause, isSentenceEnd, trimClosing } from '../text/charClass.ts';
import type { Span } from '../text/span.ts';
import type { Check } from './checkContext.ts';
import type { Finding } from './finding.ts';

/** Least number of equal headings before another counts as out of line. */
const LEAST_ALIKE = 3;
/** Smaller differences are not heard. */
const LEAST_DIFFERENCE = 3;
const LEAST_SHARED = 2;
const LONGEST_HEADING = 30;

interface Heading extends Span {
  readonly words: string;
}

/**
 * One heading out of line with its siblings, where there are three others and more: all of one length but this, by three characters and
 * more; or all with one beginning or end of two characters and more but this. «一要抓紧…落实。二要抓实…落实。三要抓细…落实。四要严肃纪律。»
 */
export const unequalHeading: Check = ({ text, scan }) =>
  scan.series.flatMap(series => {
    const headings = headingsOf(text, series);
    if (headings.length <= LEAST_ALIKE) return [];
    return outOfLength(headings) ?? outOfFrame(headings) ?? [];
  });

/** The heads of all members; none if one of them is not a head but the beginning of a sentence. */
function headingsOf(text: string, { members }: NumberedSeries): Heading[] {
  const headings = members.map(({ bodyStart }) => headingAt(text, bodyStart));
  return headings.every(heading => heading !== undefined) ? headings : [];
}

function headingAt(text: string, start: number): Heading | undefined {
  const limit = Math.min(text.length, start + LONGEST_HEADING + 1);
  let stop = start;
  while (stop < limit && !isSentenceEnd(text[stop]!)) stop++;
  if (stop === limit && stop < text.length) return undefined;
  const end = trimClosing(text, start, stop);
  return end > start ? { start, end, words: text.slice(start, end) } : undefined;
}

function outOfLength(headings: readonly Heading[]): Finding[] | undefined {
  // The part after the comma does not count: «督查要硬，一盯到底» is as long as «执行要快».
  const lengths = headings.map(({ words }) => firstClause(words).length);
  const whole = headings.map(({ words }) => words.length);
  const odd = theOdd(lengths, (a, b) => a === b);
  if (odd === undefined || theOdd(whole, (a, b) => a === b) !== odd) return undefined;
  const usual = whole[odd === 0 ? 1 : 0]!;
  if (Math.abs(whole[odd]! - usual) < LEAST_DIFFERENCE) return undefined;
  const { start, end } = headings[odd]!;
  const message = `这个标题 ${whole[odd]!} 字，其余 ${headings.length - 1} 个都是 ${usual} 字`;
  return [{ kind: 'unequal-heading', start, end, message, fixes: [] }];
}

function outOfFrame(headings: readonly Heading[]): Finding[] | undefined {
  const words = headings.map(heading => heading.words);
  for (const [shared, where] of [
    [commonPrefix, '开头'],
    [commonSuffix, '结尾'],
  ] as const) {
    const odd = theOdd(words, (a, b) => shared(a, b).length >= LEAST_SHARED);
    if (odd === undefined) continue;
    const frame = words.filter((_, at) => at !== odd).reduce(shared);
    if (frame.length < LEAST_SHARED) continue;
    const { start, end } = headings[odd]!;
    const message = `其余 ${headings.length - 1} 个标题都以“${frame}”${where}，这个不是`;
    return [{ kind: 'unequal-heading', start, end, message, fixes: [] }];
  }
  return undefined;
}

/** Index of the single item that resembles none of the others, which all resemble each other. */
function theOdd<T>(items: readonly T[], isAlike: (a: T, b: T) => boolean): number | undefined {
  const odd = items.findIndex((item, at) => !isAlike(item, items[at === 0 ? 1 : 0]!));
  if (odd < 0) return undefined;
  const candidates = odd === 1 ? [0, 1] : [odd];
  return candidates.find(at => {
    const others = items.filter((_, other) => other !== at);
    return others.every(other => isAlike(other, others[0]!) && !isAlike(other, items[at]!));
  });
}

function firstClause(words: string): string {
  const comma = Array.from(words).findIndex(isPause);
  return comma < 0 ? words : words.slice(0, comma);
}
