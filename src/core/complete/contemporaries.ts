import type { Occurrence } from '../index/occurrence.ts';
import { evenly } from '../service/evenly.ts';
import { classAt, DIGIT } from '../structure/charClass.ts';

/** Years of which one is as good as another. */
const NEAR = 2;
/** «1978年», «2035年» are spoken of, not written in. */
const FIRST_YEAR = 1980;
const LAST_YEAR = 2100;
const YEAR_DIGITS = 4;
/** Units of a draft in which title, date and occasion stand. */
const HEAD = 300;

/**
 * The year `draft` is most likely written in: the first it names (2023年) where that is in its head, else the one it names most often, the
 * later of two. `undefined` if it names none.
 */
export function draftYear(draft: string): number | undefined {
  const counts = new Map<number, number>();
  let best: number | undefined;
  let most = 0;
  for (let at = draft.indexOf('年'); at >= 0; at = draft.indexOf('年', at + 1)) {
    const year = yearBefore(draft, at);
    if (year === undefined) continue;
    if (at < HEAD) return year;
    const count = (counts.get(year) ?? 0) + 1;
    counts.set(year, count);
    if (count > most || (count === most && year > best!)) {
      best = year;
      most = count;
    }
  }
  return best;
}

/**
 * At most `limit` of `places`, in their order: first those whose documents were written within two years of `year`, then those nearest in
 * time. Evenly spread ones where `year` is `undefined`, and among equals.
 */
export function contemporaries(
  places: readonly Occurrence[],
  limit: number,
  year: number | undefined,
  yearOf: (place: Occurrence) => number | undefined,
): readonly Occurrence[] {
  if (places.length <= limit) return places;
  if (year === undefined) return evenly(places, limit);
  const byDistance = new Map<number, number[]>();
  places.forEach((place, i) => {
    const written = yearOf(place);
    const distance = written === undefined ? Infinity : Math.max(NEAR, Math.abs(written - year));
    const equals = byDistance.get(distance);
    if (equals === undefined) byDistance.set(distance, [i]);
    else equals.push(i);
  });
  const chosen: number[] = [];
  for (const [, equals] of [...byDistance].sort((a, b) => a[0] - b[0])) {
    chosen.push(...evenly(equals, limit - chosen.length));
    if (chosen.length === limit) break;
  }
  return chosen.sort((a, b) => a - b).map(i => places[i]!);
}

/** The four digits before `at` as a year. */
function yearBefore(text: string, at: number): number | undefined {
  for (let i = 1; i <= YEAR_DIGITS; i++) if ((classAt(text, at - i) & DIGIT) === 0) return undefined;
  const year = Number(text.slice(at - YEAR_DIGITS, at));
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : undefined;
}
