import { isHan } from '../structure/charClass.ts';
import { isOrdinalUnit } from '../structure/numerals.ts';
import { equalRun, PLAIN_TAILS } from './equalRuns.ts';
import {
  chainLink,
  commonPrefix,
  commonSuffix,
  fits,
  fitsOrSibling,
  framesFor,
  LONGEST_LINK,
  peelTo,
  refined,
} from './frames.ts';
import type { Item, ItemList } from './items.ts';
import {
  firstUnits,
  fromUnit,
  LOOSE,
  lastUnits,
  longest,
  type Matcher,
  peelByLength,
  type Run,
  shortest,
  withoutGoverned,
} from './members.ts';
import type { SeriesMember } from './parallelSeries.ts';
import { couplet, samePlaces, unequalPlaces } from './placeRuns.ts';

/** Units that begin clause after clause by intent, whatever the lengths: «更…更…», «不…不…». Others also need near lengths. */
const ANAPHORA = '以让把靠用向对不无有更能敢善勇最越该凡看重要';
/** What names of firms and houses end with: their lists are no series. */
const NAME_TAILS = /(?:公司|集团|医院|大学|学院|中学|小学|街道|开发区|委员会|办公室|亿元|万元|万吨|公里)$/;
/** All runs of `list`, families in their order of precedence; an item belongs to one run only. O(items × frames). */
export function runsOf(list: ItemList): Run[] {
  const { items } = list;
  const used = new Array<boolean>(items.length).fill(false);
  const runs: Run[] = [];
  for (const [least, match] of MATCHERS) {
    // Items up to the next one that is used, to which a run must keep.
    let free: readonly Item[] = [];
    for (let from = 0; from + least <= items.length; from++) {
      if (used[from]) continue;
      if (from >= free.length) {
        const limit = runs.length === 0 ? -1 : used.indexOf(true, from);
        free = limit < 0 ? items : items.slice(0, limit);
      }
      const run = from + least <= free.length ? match(free, from, list.separator) : undefined;
      if (!run) continue;
      used.fill(true, from, from + run.members.length);
      runs.push(run);
    }
  }
  return runs;
}

/** 目标任务化、任务清单化、清单责任化. */
const chain: Matcher = (items, from) => {
  let to = from + 1;
  const head = items[from]!;
  const second = items[to];
  if (!second || second.text.length < 3 || second.text.length > LONGEST_LINK) return undefined;
  const peeled = Math.max(0, head.text.length - second.text.length);
  if (second.text.length - head.text.length > 1 || chainLink(head.text, second.text, peeled) === '') return undefined;
  const first = lastUnits(head, second.text.length);
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
  const whole = items[from]!.text;
  if (!whole.includes(second[0]!, whole.length - second.length)) return undefined;
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
  return { family: 'shared-head', members, frame: nameOf(head, members) };
};

/** A known frame that all fit names the head best: «该…的…», not «该…». */
function nameOf(head: string, members: readonly SeriesMember[]): string {
  const known = framesFor(head).find(
    pattern => pattern.parts.length > 1 && members.every(member => fits(member.text, pattern)),
  );
  return known?.name ?? refined({ name: `${head}…`, parts: [head] }, members);
}

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
  return others.length > 1 && shortest(others) === longest(others) ? withoutGoverned(item, longest(others)) : item;
}

const sharedTail: Matcher = (items, from) => {
  const second = items[from + 1];
  if (!second || from + 2 >= items.length) return undefined;
  let tail = commonSuffix(items[from]!.text, second.text);
  if (tail === '' || tail === second.text || tail === items[from]!.text || PLAIN_TAILS.includes(tail)) return undefined;
  if (NAME_TAILS.test(tail)) return undefined;
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
  if (!alike(members, tail, false) || longest(members) > 2 * shortest(members) + 2) return undefined;
  return { family: 'shared-tail', members, frame: `…${tail}` };
};

/** One shared unit binds only members of near length; two and more bind any that are not wildly unequal. */
function alike(members: readonly SeriesMember[], shared: string, isAnaphora: boolean): boolean {
  const least = shortest(members);
  const most = longest(members);
  // Lists of one- and two-character words are plain lists.
  if (least <= shared.length || most <= 2) return false;
  if (shared.length > 1) return most <= 3 * least + 4;
  // «一把手负责，一季度开局»: words that happen to begin with a numeral.
  if (isOrdinalUnit(shared)) return most === least;
  return isAnaphora ? most <= 2 * least + 2 : most - least <= LOOSE;
}

const knownFrame: Matcher = (items, from) => {
  const second = items[from + 1];
  if (!second) return undefined;
  for (const pattern of framesFor(second.text)) {
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

/** In order of precedence, each with the fewest items it takes. */
const MATCHERS: readonly (readonly [least: number, match: Matcher])[] = [
  [2, chain],
  [2, reversal],
  [3, sharedHead],
  [3, sharedTail],
  [3, unequalPlaces],
  [3, equalRun(4)],
  [3, equalRun(3)],
  [2, knownFrame],
  [3, samePlaces],
  [2, couplet],
];
