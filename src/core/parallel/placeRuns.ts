import { classAt, DIGIT, HAN } from '../structure/charClass.ts';
import type { Item, Separator } from './items.ts';
import { endsGoverning, lastUnits, longest, type Matcher, shortest, withoutGoverned } from './members.ts';
import type { SeriesMember } from './parallelSeries.ts';

/** «抓紧每一天，走好每一步»: clauses this short and equally long need only one unit in place. */
const SHORT = 7;
/** Share of equal places that makes two clauses of one length a couplet. */
const COUPLET = 0.25;
/** Share of equal places that makes a couplet of which the first half had to be cut free. */
const PEELED_COUPLET = 0.5;

/** 渠道要通、水源要足、田块要平: three and more of lengths within one that share a unit at the same place from the left or right. */
export const samePlaces: Matcher = (items, from, separator) => {
  const second = items[from + 1];
  if (!second || second.text.length < 4 || second.text.length > 16) return undefined;
  const first = bestPeel(items[from]!, second, separator);
  let places = first ? sharedPlaces(first.text, second.text) : [];
  const isShort = second.text.length <= SHORT && items[from]!.text.length === second.text.length;
  const needed = separator === '、' || isShort ? 1 : 2;
  if (!first || places.length < needed) return undefined;
  const members: SeriesMember[] = [first, second];
  for (const whole of items.slice(from + 2)) {
    const item = whole === items.at(-1) ? withoutGoverned(whole, second.text.length) : whole;
    if (Math.abs(item.text.length - second.text.length) > 1) break;
    const kept = places.filter(place => item.text.at(place) === second.text.at(place));
    if (kept.length < needed || (separator !== '、' && isShort && item.text.length !== second.text.length)) break;
    places = kept;
    members.push(item);
  }
  return members.length >= 3 ? { family: 'frame', members } : undefined;
};

/** The end of `item` that has most in common with `other`, of a length within one; only «、» lists may have a governing head. */
function bestPeel(item: Item, other: Item, separator: Separator): Item | undefined {
  const length = other.text.length;
  if (separator !== '、') return Math.abs(item.text.length - length) <= 1 ? item : undefined;
  let best: Item | undefined;
  let most = 0;
  for (const candidate of [lastUnits(item, length), lastUnits(item, length + 1), lastUnits(item, length - 1)]) {
    if (Math.abs(candidate.text.length - length) > 1) continue;
    const shared = sharedPlaces(candidate.text, other.text).length;
    if (shared > most) {
      best = candidate;
      most = shared;
    }
  }
  return best;
}

/** Two equal halves that share two units in place: 心往一处想、劲往一处使. */
export const couplet: Matcher = (items, from, separator) => {
  const second = items[from + 1];
  if (!second || second.text.length < 5 || second.text.length > 16 || items[from]!.text.length < second.text.length)
    return undefined;
  const whole = items[from]!;
  const peeled = whole.text.length - second.text.length;
  let shared = 0;
  for (let at = 0; at < second.text.length; at++) if (isSameHan(whole.text, peeled + at, second.text, at)) shared++;
  const needed = Math.max(2, (peeled === 0 ? COUPLET : PEELED_COUPLET) * second.text.length);
  if (shared < needed || shared >= second.text.length) return undefined;
  const first = lastUnits(whole, second.text.length);
  if (!pauseAlike(first.text, second.text)) return undefined;
  const head = whole.text.slice(0, peeled);
  if (head !== '' && separator !== '、' && !endsGoverning(head)) return undefined;
  return { family: 'pair', members: [first, second] };
};

/** Places at which both have the same Han: ≥ 0 counted from the left, < 0 from the right. */
function sharedPlaces(a: string, b: string): number[] {
  const places: number[] = [];
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at++) {
    if (isSameHan(a, at, b, at)) places.push(at);
    if (a.length !== b.length && isSameHan(a, a.length - 1 - at, b, b.length - 1 - at)) places.push(-1 - at);
  }
  return places;
}

function isSameHan(a: string, inA: number, b: string, inB: number): boolean {
  return a.charCodeAt(inA) === b.charCodeAt(inB) && (classAt(a, inA) & HAN) !== 0;
}

/** Couplets, of one length, pause at the same places inside and hold no figures. */
function pauseAlike(a: string, b: string): boolean {
  for (let at = 0; at < a.length; at++) {
    if ((classAt(a, at) | classAt(b, at)) & DIGIT) return false;
    if (a[at] !== b[at] && ('、，'.includes(a[at]!) || '、，'.includes(b[at]!))) return false;
  }
  return true;
}

/** Unlike run4 and run3, members of a frame may differ by one unit: «渠道要通、水源要足、闸门要守牢» stays one series. */
export const unequalPlaces: Matcher = (items, from, separator) => {
  const run = separator === '、' ? samePlaces(items, from, separator) : undefined;
  return run && shortest(run.members) !== longest(run.members) ? run : undefined;
};
