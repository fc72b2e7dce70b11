import { classAt, DIGIT } from '../text/charClass.ts';

/** Earlier years, like «1978年», are topics of a text, not the year of its writing. */
const FIRST_YEAR = 1980;
const LAST_YEAR = 2100;
const YEAR_DIGITS = 4;
/** Number of units at the beginning of a draft that contain title, date and occasion. */
const HEAD = 300;

/**
 * The year in which `draft` was most likely written: the first it mentions (2023年) if that is in its head, else the one it mentions most
 * often, or the later of two. `undefined` if it mentions none.
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

/** The four digits before `at` as a year. */
function yearBefore(text: string, at: number): number | undefined {
  for (let i = 1; i <= YEAR_DIGITS; i++) if ((classAt(text, at - i) & DIGIT) === 0) return undefined;
  const year = Number(text.slice(at - YEAR_DIGITS, at));
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : undefined;
}
