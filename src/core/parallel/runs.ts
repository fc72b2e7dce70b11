import { isHan } from '../structure/charClass.ts';
import { chainLink, commonPrefix, commonSuffix, FRAMES, fits, fitsOrSibling, peelTo, refined } from './frames.ts';
import type { Item, ItemList, Separator } from './items.ts';
import type { SeriesFamily, SeriesMember } from './parallelSeries.ts';

/** Unmarked members found side by side in one list. */
export interface Run {
  readonly family: SeriesFamily;
  readonly members: readonly SeriesMember[];
  readonly frame?: string;
}

/** Items from `from` on that make a run of one family, or `undefined`. */
type Matcher = (items: readonly Item[], from: number, separator: Separator) => Run | undefined;

/** Members of one list may differ in length by this much if one shared unit is all that binds them. */
const LOOSE = 2;
/** Units that begin clause after clause by intent, whatever the lengths: «更…更…», «不…不…». Others also need near lengths. */
const ANAPHORA = '以让把靠用向对不无有更能敢善勇最越该凡看重要';
/** Endings that plain lists share: «…市、…县», «…的». */
const PLAIN_TAILS = '市县区省镇乡村州旗的了等们人年月日个';
/** What may govern a whole list from inside its first item. */
const GOVERNORS =
  /(?:以|要|为|把|的|和|是|有|坚持|着力|做到|实现|确保|增强|提升|提高|不断|努力|加强|强化|树立|发扬|弘扬|体现|落实|推动|推进|促进|担当起|具有|进一步|切实|始终|大力|全力|形成|保持|注重|突出|围绕|出现|解决|克服)$/;

/** Share of equal places that makes a couplet of which the first half had to be cut free. */
const PEELED_COUPLET = 0.4;

/** All runs of `list`, families in their order of precedence; an item belongs to one run only. O(items × frames). */
export function runsOf(list: ItemList): Run[] {
  const { items } = list;
  const used = new Array<boolean>(items.length).fill(false);
  const runs: Run[] = [];
  for (const match of [
    chain,
    reversal,
    sharedHead,
    sharedTail,
    equalRun(4),
    equalRun(3),
    knownFrame,
    samePlaces,
    couplet,
  ]) {
    for (let from = 0; from < items.length - 1; from++) {
      if (used[from]) continue;
      const limit = used.indexOf(true, from);
      const run = match(limit < 0 ? items : items.slice(0, limit), from, list.separator);
      if (!run) continue;
      used.fill(true, from, from + run.members.length);
      runs.push(run);
    }
  }
  return runs;
}

/** 任务项目化、项目清单化、清单具体化. */
const chain: Matcher = (items, from) => {
  let to = from + 1;
  const head = items[from]!;
  const second = items[to];
  if (!second || second.text.length < 3) return undefined;
  const first = head.text.length > second.text.length ? lastUnits(head, second.text.length) : head;
  const link = chainLink(first.text, second.text);
  if (link === '' || Math.abs(first.text.length - second.text.length) > 1) return undefined;
  while (to + 1 < items.length) {
    const next = firstUnits(items[to + 1]!, Math.max(items[to]!.text.length, second.text.length));
    if (chainLink(items[to]!.text, next.text) === '') break;
    to++;
  }
  const members = [
    first,
    ...items.slice(from + 1, to),
    to > from ? firstUnits(items[to]!, second.text.length + 1) : first,
  ];
  const prefix = commonPrefix(first.text, second.text);
  const suffix = commonSuffix(first.text, second.text);
  // Nothing else in common: «出路决定命运» after «思路决定出路» is a chain, a word that merely returns is not.
  if (prefix === '' && suffix === '' && (first !== head || first.text.length !== second.text.length)) return undefined;
  return { family: 'chain', members, frame: `${prefix}…${suffix}` };
};

/** 盯着干、干着盯: the second is the first with its halves exchanged. */
const reversal: Matcher = (items, from) => {
  const second = items[from + 1]?.text ?? '';
  if (second.length < 2 || second.length > 12 || items[from]!.text.length < second.length) return undefined;
  const first = lastUnits(items[from]!, second.length);
  if (first.text === second || !`${first.text}${first.text}`.includes(second)) return undefined;
  return { family: 'reversal', members: [first, items[from + 1]!] };
};

const sharedHead: Matcher = (items, from) => {
  const second = items[from + 1];
  const third = items[from + 2];
  if (!second || !third) return undefined;
  let head = commonPrefix(second.text, third.text);
  if (head === '' || head === second.text || head === third.text) return undefined;
  let to = from + 2;
  while (to + 1 < items.length) {
    const shared = commonPrefix(head, items[to + 1]!.text);
    if (shared === '' || (shared.length < head.length && head.length > 1 && shared.length < 2)) break;
    head = shared;
    to++;
  }
  const body = items.slice(from + 1, to + 1);
  const first = withHead(items[from]!, head, body);
  if (!first) return undefined;
  const members = [first, ...body.slice(0, -1), withoutTail(body.at(-1)!, body.slice(0, -1))];
  if (!alike(members, head, ANAPHORA.includes(head))) return undefined;
  return { family: 'shared-head', members, frame: refined({ name: `${head}…`, parts: [head] }, members) };
};

/** The first member begins with the head, or holds it behind a governing head: «拿出一股韧劲、一股巧劲». */
function withHead(item: Item, head: string, others: readonly Item[]): SeriesMember | undefined {
  if (item.text.startsWith(head) && item.text !== head) return item;
  const at = item.text.lastIndexOf(head);
  if (at <= 0 || !isHan(item.text[at - 1]!)) return undefined;
  const length = item.text.length - at;
  const slack = head.length > 1 ? 2 : 1;
  return length >= shortest(others) - slack && length <= longest(others) + slack ? fromUnit(item, at) : undefined;
}

/** A tail that governs all makes the last member longer than its equal fellows: «稳预期工作» → «稳预期». */
function withoutTail(item: Item, others: readonly SeriesMember[]): SeriesMember {
  const length = shortest(others);
  return others.length > 1 && length === longest(others) && item.text.length > length ? firstUnits(item, length) : item;
}

const sharedTail: Matcher = (items, from) => {
  const second = items[from + 1];
  if (!second || from + 2 >= items.length) return undefined;
  let tail = commonSuffix(items[from]!.text, second.text);
  if (tail === '' || tail === second.text || tail === items[from]!.text || PLAIN_TAILS.includes(tail)) return undefined;
  let to = from + 1;
  let last: SeriesMember | undefined;
  while (to + 1 < items.length && !last) {
    const next = items[to + 1]!;
    const shared = commonSuffix(tail, next.text);
    if (shared !== '' && shared !== next.text && !PLAIN_TAILS.includes(shared)) {
      tail = shared;
      to++;
      continue;
    }
    const at = next.text.indexOf(tail, 1);
    if (at > 0 && at + tail.length <= longest(items.slice(from + 1, to + 1)) + 1)
      last = firstUnits(next, at + tail.length);
    break;
  }
  const body: SeriesMember[] = [...items.slice(from + 1, to + 1), ...(last ? [last] : [])];
  if (body.length < 2) return undefined;
  const members = [peelByLength(items[from]!, body), ...body];
  if (!alike(members, tail, false)) return undefined;
  return { family: 'shared-tail', members, frame: `…${tail}` };
};

/** One shared unit binds only members of near length; two and more bind any that are not wildly unequal. */
function alike(members: readonly SeriesMember[], shared: string, isAnaphora: boolean): boolean {
  const least = shortest(members);
  const most = longest(members);
  if (least <= shared.length) return false;
  if (shared.length > 1) return most <= 3 * least + 4;
  return isAnaphora ? most <= 2 * least + 2 : most - least <= LOOSE;
}

/** Three and more items of `length` units; the first may carry a governing head, the last a governing tail. */
const equalRun =
  (length: 3 | 4): Matcher =>
  (items, from, separator) => {
    let to = from;
    while (to + 1 < items.length && isRunItem(items[to + 1]!.text, length)) to++;
    const first = items[from]!;
    const head = isRunItem(first.text, length)
      ? first
      : peeledRunItem(first, length, separator === '、' && to - from >= 2);
    if (!head) return undefined;
    const members: SeriesMember[] = [head, ...items.slice(from + 1, to + 1)];
    const next = items[to + 1];
    const exact = members.length - (head === first ? 0 : 1);
    if (next && exact >= 2 && next.text.length > length && /^[的等之]/.test(next.text.slice(length)))
      members.push(firstUnits(next, length));
    const needed = head === first || separator === '、' ? 3 : 4;
    return members.length >= needed ? { family: length === 4 ? 'run4' : 'run3', members } : undefined;
  };

function isRunItem(text: string, length: number): boolean {
  return text.length === length && [...text].every(isHan) && !PLAIN_TAILS.slice(0, 8).includes(text.at(-1)!);
}

function peeledRunItem(item: Item, length: number, isCertain: boolean): SeriesMember | undefined {
  const rest = item.text.slice(0, Math.max(0, item.text.length - length));
  const peeled = lastUnits(item, length);
  return rest.length >= 1 && (isCertain || GOVERNORS.test(rest)) && isRunItem(peeled.text, length) ? peeled : undefined;
}

const knownFrame: Matcher = (items, from) => {
  const second = items[from + 1];
  if (!second) return undefined;
  for (const pattern of FRAMES) {
    if (!fits(second.text, pattern)) continue;
    const first = items[from]!;
    const strict = pattern.parts.length === 1;
    const slack = strict ? LOOSE : 6;
    const at = fitsOrSibling(first.text, pattern)
      ? 0
      : peelTo(first.text, pattern, second.text.length - slack, second.text.length + slack);
    if (at < 0) continue;
    const members: SeriesMember[] = [fromUnit(first, at), second];
    for (let index = from + 2; index < items.length && fitsOrSibling(items[index]!.text, pattern); index++)
      members.push(items[index]!);
    if (longest(members) - shortest(members) > (strict ? 4 : 10)) continue;
    return { family: 'frame', members, frame: refined(pattern, members) };
  }
  return undefined;
};

/** 干部敢为、地方敢闯、企业敢干: three and more of lengths within one that share a unit at the same place from the left or right. */
const samePlaces: Matcher = (items, from, separator) => {
  const second = items[from + 1];
  if (!second || second.text.length < 4 || second.text.length > 16) return undefined;
  const first = bestPeel(items[from]!, second, separator);
  let places = first ? sharedPlaces(first.text, second.text) : [];
  const needed = separator === '、' ? 1 : 2;
  if (!first || places.length < needed) return undefined;
  const members: SeriesMember[] = [first, second];
  for (const item of items.slice(from + 2)) {
    if (Math.abs(item.text.length - second.text.length) > 1) break;
    const kept = places.filter(place => item.text.at(place) === second.text.at(place));
    if (kept.length < needed) break;
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
const couplet: Matcher = (items, from) => {
  const second = items[from + 1];
  if (!second || second.text.length < 5 || second.text.length > 16 || items[from]!.text.length < second.text.length)
    return undefined;
  const first = lastUnits(items[from]!, second.text.length);
  if (pauses(first.text) !== pauses(second.text)) return undefined;
  const shared = sharedPlaces(first.text, second.text).length;
  const needed = first === items[from] ? 2 : Math.max(2, PEELED_COUPLET * second.text.length);
  if (shared < needed || shared >= second.text.length) return undefined;
  return { family: 'pair', members: [first, second] };
};

/** Places at which both have the same Han: ≥ 0 counted from the left, < 0 from the right. */
function sharedPlaces(a: string, b: string): number[] {
  const places: number[] = [];
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    if (a[at] === b[at] && isHan(a[at]!)) places.push(at);
    if (a.length !== b.length && a.at(-1 - at) === b.at(-1 - at) && isHan(a.at(-1 - at)!)) places.push(-1 - at);
  }
  return places;
}

/** Where a member pauses inside: couplets pause at the same places. */
function pauses(text: string): string {
  return text.replace(/[^、，]/g, '-');
}

/** Where the others' lengths tell how much of the first item is a governing head, it is left out. */
function peelByLength(item: Item, others: readonly { readonly text: string }[]): SeriesMember {
  const least = shortest(others);
  const most = longest(others);
  if (item.text.length <= most + 1) return item;
  if (least === most) return lastUnits(item, least);
  for (let length = most; length >= least; length--)
    if (GOVERNORS.test(item.text.slice(0, item.text.length - length))) return lastUnits(item, length);
  return item;
}

function shortest(members: readonly { readonly text: string }[]): number {
  return Math.min(...members.map(member => member.text.length));
}

function longest(members: readonly { readonly text: string }[]): number {
  return Math.max(...members.map(member => member.text.length));
}

function fromUnit(item: Item, at: number): SeriesMember {
  return { text: item.text.slice(at), start: item.start + at, end: item.end };
}

function firstUnits(item: Item, length: number): Item {
  return item.text.length <= length
    ? item
    : { text: item.text.slice(0, length), start: item.start, end: item.start + length };
}

function lastUnits(item: Item, length: number): Item {
  return item.text.length <= length
    ? item
    : { text: item.text.slice(-length), start: item.end - length, end: item.end };
}
