import { classAt, DIGIT, HAN } from '../text/charClass.ts';
import { endsGoverning, isGoverning, withoutGoverned } from './governing.ts';
import type { Item, Separator } from './items.ts';
import { firstUnits, lastUnits, type Match, type Matcher } from './members.ts';
import type { SeriesMember } from './parallelSeries.ts';
import { areFigures, hasNameTail, PLAIN_TAILS } from './plainTails.ts';

/** «抓紧每一天，走好每一步»: clauses this short and equally long need only one unit in place. */
const SHORT = 7;
const LONGEST = 16;
const LONGEST_COUPLET = 24;
/** Share of equal places that makes two clauses of one length a couplet. */
const COUPLET = 0.25;
/** Share of equal places that makes a couplet of which the first half had to be cut free. */
const PEELED_COUPLET: Readonly<Record<Separator, number>> = { '、': 0.28, '，': 0.4, '；': 0.4 };
/** The same, where nothing else tells that it may be cut. */
const SURE_COUPLET = 0.5;
/** The same, where something is cut off the second half. */
const SURE_TAILED = 0.4;
const SHORTEST_COUPLET = 5;
/** So much behind a member as long as all the others is no part of it. */
const SURE_TAIL = 4;
/** Shorter clauses of one length need more in common than their length. */
const SHORTEST_SYNTAX = 5;

/** 渠道要通、水源要足、田块要平: three and more of lengths within one that share a unit at the same place from the left or right. */
export const samePlaces: Matcher = (items, separator) => {
  const second = items[1];
  if (!second || second.text.length < 4 || second.text.length > LONGEST) return undefined;
  if (!mayGoOn(items, second.text.length, 1, separator)) return undefined;
  const first = bestPeel(items[0]!, second, separator);
  let places = first ? sharedPlaces(first.text, second.text) : [];
  const isShort = second.text.length <= SHORT && items[0]!.text.length === second.text.length;
  const needed = separator === '、' || isShort ? 1 : 2;
  if (!first || places.length < needed) return undefined;
  const members: SeriesMember[] = [first, second];
  for (const whole of items.slice(2)) {
    const item = whole === items.at(-1) && separator === '、' ? lastOf(whole, second.text, places) : whole;
    if (Math.abs(item.text.length - second.text.length) > 1) break;
    const kept = places.filter(place => item.text.at(place) === second.text.at(place));
    if (kept.length < needed || (separator !== '、' && isShort && item.text.length !== second.text.length)) break;
    places = kept;
    members.push(item);
  }
  if (members.length < 3) return undefined;
  if (areFigures(members)) return undefined;
  const isPlain = places.every(place => place === -1 || place === second.text.length - 1);
  if (isPlain && PLAIN_TAILS.includes(second.text.at(-1)!)) return undefined;
  return { family: 'frame', members, isWeak: places.length < 2 };
};

/** Whether the third item may be of `length`, give or take `slack`: in most lists it is not, which is told before anything is made. */
function mayGoOn(items: readonly Item[], length: number, slack: number, separator: Separator): boolean {
  const third = items[2];
  if (third === undefined) return false;
  const difference = third.text.length - length;
  return Math.abs(difference) <= slack || (difference > 0 && separator === '、');
}

/** The last item without what governs the list, or with less than all where the units inside that all share are left. */
function lastOf(item: Item, other: string, places: readonly number[]): Item {
  const isSure = item.text.length - other.length >= SURE_TAIL;
  const isInside = places.some(place => place > 0 && place < other.length - 1 && item.text[place] === other[place]);
  return isSure && isInside ? firstUnits(item, other.length) : withoutGoverned(item, other.length);
}

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

/** 注入新活力、构建新优势、创造新财源: three and more of one length that all begin with a verb, or all pause at the same place inside. */
export const sameSyntax: Matcher = (items, separator) => {
  const length = items[1]?.text.length ?? 0;
  if (length < SHORTEST_SYNTAX || length > LONGEST) return undefined;
  if (items[0]!.text.length < length || !mayGoOn(items, length, 0, separator)) return undefined;
  const members: SeriesMember[] = [];
  for (const item of items) {
    const member = item.text.length > length && fitsPeel(items, members.length, length, separator);
    const candidate = member || item;
    if (candidate.text.length !== length || !pauseAlike(candidate.text, items[1]!.text)) break;
    members.push(candidate);
  }
  if (members.length < 3 || (members[0] === items[0] && governsAlone(members))) return undefined;
  const [a, b] = members as [SeriesMember, SeriesMember];
  // What begins alike is better read as a series of its own.
  if (members.some(({ text }, index) => index > 0 && text[0] === members[index - 1]!.text[0])) return undefined;
  const isAlike =
    members.length > 3 ||
    separator === '、' ||
    members.every(({ text }) => beginsWithVerb(text)) ||
    (/[、，]/.test(a.text) && equalPlaces(a.text, 0, b.text, b.text.length) > 0);
  return isAlike ? { family: 'frame', members, isWeak: true } : undefined;
};

/** The item without what governs the list: before the first, behind the last. */
function fitsPeel(items: readonly Item[], index: number, length: number, separator: Separator): Item | false {
  const item = items[index]!;
  if (separator !== '、') return false;
  if (index > 0) return index > 1 && withoutGoverned(item, length);
  const isSure = items.length > 3 && items.slice(1, 4).every(({ text }) => text.length === length);
  if (isSure) return lastUnits(item, length);
  return endsGoverning(item.text.slice(0, -length)) && lastUnits(item, length);
}

/** «扎实推进一条高铁、…»: only the first has a verb, and it governs all. */
function governsAlone([first, ...others]: readonly SeriesMember[]): boolean {
  const begins = ({ text }: SeriesMember): boolean => isGoverning(text.slice(0, 2)) || isGoverning(text.slice(2, 4));
  return begins(first!) && !others.some(begins);
}

function beginsWithVerb(text: string): boolean {
  return isGoverning(text.slice(0, 2));
}

/** Two equal halves that share two units in place: 心往一处想、劲往一处使. */
export const couplet: Matcher = (items, separator) => {
  const whole = items[0];
  const second = items[1];
  if (!whole || !second) return undefined;
  const other = items.length === 2 && separator === '、' ? withoutCoupletTail(whole, second) : second;
  const { length } = other.text;
  if (Math.abs(whole.text.length - length) === 1) {
    const unequal = unequalCouplet(whole, other);
    if (unequal) return unequal;
  }
  if (length < SHORTEST_COUPLET || length > LONGEST_COUPLET || whole.text.length < length) return undefined;
  const shared = equalPlaces(whole.text, whole.text.length - length, other.text, length);
  const isWhole = whole.text.length === length && other === second;
  if (shared < Math.max(2, (isWhole ? COUPLET : PEELED_COUPLET[separator]) * length) || shared >= length)
    return undefined;
  const first = lastUnits(whole, length);
  if (!pauseAlike(first.text, other.text)) return undefined;
  const head = whole.text.slice(0, -length);
  const isGoverned = head === '' || endsGoverning(head, separator === '、' ? 1 : 2);
  if (!isGoverned && (separator !== '、' || shared < SURE_COUPLET * length)) return undefined;
  if (hasNameTail(other.text)) return undefined;
  if (separator === '、' && sharesOnlyEnd(first.text, other.text, shared)) return undefined;
  return { family: 'pair', members: [first, other], isWeak: separator === '、' && shared <= SURE_COUPLET * length };
};

/** «重要工作要以天计算，紧急工作要以小时计算»: of lengths within one, but mostly the same from either end. */
function unequalCouplet(first: Item, second: Item): Match | undefined {
  const length = Math.min(first.text.length, second.text.length);
  if (length <= SHORTEST_COUPLET || length > LONGEST) return undefined;
  let shared = 0;
  for (let at = 0; at < length; at++) {
    const fromEnd = at >= length / 2 ? first.text.length - second.text.length : 0;
    const place = fromEnd < 0 ? at : at + fromEnd;
    if (isSameHan(first.text, place, second.text, place - fromEnd)) shared++;
  }
  return shared >= SURE_COUPLET * length && shared < length
    ? { family: 'pair', members: [first, second], isWeak: true }
    : undefined;
}

/** «先修不算早、晚修就算晚的道理»: the second half up to what governs both, where that makes the halves most alike. */
function withoutCoupletTail(whole: Item, second: Item): Item {
  let best = second;
  let most = SURE_TAILED;
  for (let length = SHORTEST_COUPLET; length < Math.min(second.text.length, LONGEST + 1); length++) {
    if (whole.text.length < length) break;
    const cut = withoutGoverned(second, length);
    if (cut === second) continue;
    const share = equalPlaces(whole.text, whole.text.length - length, cut.text, length) / length;
    if (share >= most && share < 1) {
      best = cut;
      most = share;
    }
  }
  return best;
}

/** «工商理事会、智库理事会»: two names of one kind. */
function sharesOnlyEnd(a: string, b: string, shared: number): boolean {
  return shared < a.length / 2 && a.slice(-shared) === b.slice(-shared) && !(beginsWithVerb(a) && beginsWithVerb(b));
}

/** Of the `length` units of `a` from `from` on, and of `b`. */
function equalPlaces(a: string, from: number, b: string, length: number): number {
  let shared = 0;
  let quotes = 0;
  for (let at = 0; at < length; at++) {
    if (a.charCodeAt(from + at) !== b.charCodeAt(at)) continue;
    if (classAt(b, at) & HAN) shared++;
    else if ('“”'.includes(b[at]!)) quotes++;
  }
  return shared > 1 ? shared + quotes : shared;
}

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

/** Clauses of one length pause at the same places inside and hold no figures. */
function pauseAlike(a: string, b: string): boolean {
  for (let at = 0; at < a.length; at++) {
    if ((classAt(a, at) | classAt(b, at)) & DIGIT) return false;
    if (a[at] !== b[at] && ('、，'.includes(a[at]!) || '、，'.includes(b[at] ?? '\0'))) return false;
  }
  return true;
}
