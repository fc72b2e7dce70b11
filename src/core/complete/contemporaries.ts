import type { Occurrence } from '../index/occurrence.ts';
import { evenly } from '../service/evenly.ts';
import { classAt, DIGIT } from '../structure/charClass.ts';

/** Years of which one is as good as another. */
const NEAR = 2;
/** In place of a distance, beyond all others. */
const UNKNOWN = 255;
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
  const distances = Uint8Array.from(places, place => distance(yearOf(place), year));
  const counts = new Uint32Array(UNKNOWN + 1);
  for (const each of distances) counts[each]!++;
  let farthest = 0;
  let room = limit;
  while (counts[farthest]! < room) room -= counts[farthest++]!;
  // Of those that are farthest as many as there is room for, spread evenly.
  let seen = 0;
  let taken = 0;
  return places.filter((_, i) => {
    if (distances[i] !== farthest) return distances[i]! < farthest;
    const isNext = seen++ === Math.floor((taken * counts[farthest]!) / room);
    if (isNext) taken++;
    return isNext;
  });
}

/** Years between `written` and `year`, below `UNKNOWN`. */
function distance(written: number | undefined, year: number): number {
  return written === undefined ? UNKNOWN : Math.min(Math.max(NEAR, Math.abs(written - year)), UNKNOWN - 1);
}

/** The four digits before `at` as a year. */
function yearBefore(text: string, at: number): number | undefined {
  for (let i = 1; i <= YEAR_DIGITS; i++) if ((classAt(text, at - i) & DIGIT) === 0) return undefined;
  const year = Number(text.slice(at - YEAR_DIGITS, at));
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : undefined;
}
