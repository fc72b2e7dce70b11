import { lineStart } from '../text/lines.ts';
import { parseOrdinal } from '../text/numerals.ts';
import type { NumberedSeries } from './numberedSeries.ts';

/** «讲三点意见», «“五个不适应”», «以下4项工作». */
const ANNOUNCED = /([一二两三四五六七八九十]{1,3}|\d{1,2})(?:个|点|项|条|件|方面|大|种|类|句|关)/g;
const ANNOUNCED_WITHIN = 60;

/** The number the draft announces right before its first member at `start`: after «讲三点意见：» it is 3. */
export function announcedBefore(text: string, start: number): number | undefined {
  let count: number | undefined;
  for (const [, number] of text.slice(Math.max(0, start - ANNOUNCED_WITHIN), start).matchAll(ANNOUNCED))
    count = number === '两' ? 2 : (parseOrdinal(number!) ?? Number(number));
  return count !== undefined && count > 1 ? count : undefined;
}

/** Whether the paragraph in which `series` begins has announced more members than are there: «抓好四个方面：一是…；二是…。». */
export function lacksAnnounced(text: string, { members }: NumberedSeries): boolean {
  const first = members[0]!.marker.start;
  const line = text.slice(lineStart(text, first), first);
  return (announcedBefore(line, line.length) ?? 0) > members.length;
}
