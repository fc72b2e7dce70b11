import { isHan } from '../text/charClass.ts';
import { isOrdinalUnit } from '../text/numerals.ts';
import { commonPrefix, commonSuffix, fits, framesFor, refined } from './frames.ts';
import { beginsGoverned, endsGoverning, peelByLength, withoutGoverned } from './governing.ts';
import type { Item, Separator } from './items.ts';
import { firstUnits, fromUnit, LOOSE, longest, type Matcher, shortest } from './members.ts';
import type { SeriesMember } from './parallelSeries.ts';
import { areFigures, NAME_TAILS, PLAIN_TAILS } from './plainTails.ts';

/** Units that begin several clauses on purpose, whatever the lengths of these: «更…更…», «不…不…». Other units also need similar lengths. */
const ANAPHORA = '以让把靠用向对在不无有更能敢善勇最越该凡看要与是到';
/** Prepositions and «是», whose members may have any length. */
const LONG_ANAPHORA = '以让把靠用向对在为与是到';
/** Matches a shared head: 亲自部署、亲自推进、亲自督查. */
export const sharedHead: Matcher = (items, separator) => {
  const whole = items[0];
  const second = items[1];
  const third = items[2];
  if (!whole || !second || !third || second.text[0] !== third.text[0]) return undefined;
  let head = commonPrefix(second.text, third.text);
  if (bare(head) === '' || head === second.text || head === third.text) return undefined;
  let to = 2;
  while (to + 1 < items.length) {
    const shared = commonPrefix(head, items[to + 1]!.text);
    if (bare(shared) === '' || (shared.length < head.length && head.length > 1 && bare(shared).length < 2)) break;
    head = shared;
    to++;
  }
  const body = items.slice(1, to + 1);
  let first = withHead(whole, head, body);
  // 工作内涵、工作方法、工作方式: what the first has not is no part of the head.
  while (!first && bare(head).length > 1) {
    head = head.slice(0, -1);
    first = withHead(whole, head, body);
  }
  if (!first) return undefined;
  const members = [first, ...body.slice(0, -1), withoutTail(body.at(-1)!, [first, ...body.slice(0, -1)], separator)];
  if (!alike(members, bare(head), reachOf(bare(head))) || areFigures(members)) return undefined;
  return {
    family: 'shared-head',
    members,
    frame: nameOf(head, members),
    isWeak: bare(head).length === 1 && !LONG_ANAPHORA.includes(bare(head)),
  };
};

/** The name of a shared head: if all members fit a known frame, its name is better («该…的…» rather than «该…»). */
function nameOf(head: string, members: readonly SeriesMember[]): string {
  const known = framesFor(head).find(
    pattern => pattern.parts.length > 1 && members.every(member => fits(member.text, pattern)),
  );
  return known?.name ?? refined({ name: `${head}…`, parts: [head] }, members);
}

/** The first member, which begins with the head or contains it behind a governing head: «拿出一股韧劲、一股巧劲». */
function withHead(item: Item, head: string, others: readonly Item[]): SeriesMember | undefined {
  if (item.text.startsWith(head) && item.text !== head) return item;
  const slack = ANAPHORA.includes(head) ? shortest(others) : head.length > 1 ? 2 : 1;
  if (head === '是') {
    const is = item.text.indexOf(head);
    return is > 0 && item.text.length - is <= longest(others) + slack ? fromUnit(item, is) : undefined;
  }
  for (let at = item.text.lastIndexOf(head); at > 0; at = item.text.lastIndexOf(head, at - 1)) {
    const length = item.text.length - at;
    if (length > longest(others) + slack) return undefined;
    if (length > head.length && length >= shortest(others) - slack && isHan(item.text[at - 1]!))
      return fromUnit(item, at);
  }
  return undefined;
}

/** If at least this much follows a stretch as long as all other members, it does not belong to the member. */
const SURE_TAIL = 4;

/** The last member without a tail that governs all members and makes it longer than the others: «稳预期工作» → «稳预期». */
function withoutTail(item: Item, others: readonly SeriesMember[], separator: Separator): SeriesMember {
  const length = longest(others);
  const isEqual = shortest(others) === length;
  // «稳人心的“三个稳”»: the slogan sums the members up.
  const slogan = separator === '、' ? item.text.indexOf('的“') : -1;
  if (slogan >= shortest(others) && slogan <= length + 1) return firstUnits(item, slogan);
  if (!isEqual || others.every(other => commonSuffix(other.text, item.text) !== '')) return item;
  // «不可持续的问题»: what ends in «的» so soon is still the member.
  const isSure = separator === '、' && item.text.length - length >= SURE_TAIL && item.text[length + 1] !== '的';
  return isSure ? firstUnits(item, length) : withoutGoverned(item, length);
}

/** Matches a shared tail: 使命感、紧迫感、责任感. */
export const sharedTail: Matcher = (items, separator) => {
  const whole = items[0];
  const second = items[1];
  if (!whole || !second || items.length < 3 || !endAlike(whole.text, second.text)) return undefined;
  let tail = commonSuffix(whole.text, second.text);
  if (isPlain(tail) || tail === second.text || tail === whole.text) return undefined;
  let to = 1;
  let last: SeriesMember | undefined;
  while (to + 1 < items.length && !last) {
    const next = items[to + 1]!;
    const shared = commonSuffix(tail, next.text);
    if (!isPlain(shared) && shared !== next.text && !(shared.length === 1 && tail.length > 1 && to > 1)) {
      tail = shared;
      to++;
      continue;
    }
    last = upToTail(next, tail, longest(items.slice(1, to + 1)));
    if (last) tail = commonSuffix(tail, last.text);
    break;
  }
  if (NAME_TAILS.includes(tail)) return undefined;
  const body: SeriesMember[] = [...items.slice(1, to + 1), ...(last ? [last] : [])];
  if (body.length < 2) return undefined;
  const members = [firstOf(whole, body, separator), ...body];
  if (!alike(members, tail, 0) || areFigures(members)) return undefined;
  return { family: 'shared-tail', members, frame: `…${tail}`, isWeak: tail.length === 1 };
};

function endAlike(a: string, b: string): boolean {
  return a.charCodeAt(a.length - 1) === b.charCodeAt(b.length - 1);
}

/** The first member. Each clause joined by «，» begins anew, so only an obvious governing head is cut off, never another clause. */
function firstOf(whole: Item, others: readonly SeriesMember[], separator: Separator): SeriesMember {
  const peeled = peelByLength(whole, others);
  if (separator === '、') return peeled;
  const head = whole.text.slice(0, whole.text.length - peeled.text.length);
  return endsGoverning(head) && !head.includes('、') && !head.includes('，') ? peeled : whole;
}

/** The last member up to the end of the tail it shares. A tail that governs all members may follow: «综合国力大幅跃升» after «科技实力». */
function upToTail(item: Item, tail: string, most: number): SeriesMember | undefined {
  for (let from = 0; from < tail.length; from++) {
    const shared = tail.slice(from);
    const at = item.text.indexOf(shared, 1);
    const end = at + shared.length;
    if (at <= 0 || end > most + 1 || isPlain(shared)) continue;
    if (shared.length > 1 || beginsGoverned(item.text.slice(end)) || end === most) return firstUnits(item, end);
  }
  return undefined;
}

/**
 * Whether the lengths of the members are close enough: a single shared unit binds only members of similar length, two or more bind all that
 * are not extremely unequal.
 */
function alike(members: readonly SeriesMember[], shared: string, reach: number): boolean {
  const least = shortest(members);
  const most = longest(members);
  // Lists of one- and two-character words are plain lists.
  if (least <= shared.length || most <= 2) return false;
  if (shared.length > 1) return most <= 3 * least + 4;
  // «一把手负责，一季度开局»: words that happen to begin with a numeral.
  if (isOrdinalUnit(shared)) return most === least;
  return reach > 0 ? most <= reach * least + 2 : most - least <= LOOSE;
}

/** How many times as long as the shortest member the longest one may be; 0 if the lengths must be similar. */
function reachOf(head: string): number {
  return LONG_ANAPHORA.includes(head) ? 3 : ANAPHORA.includes(head) ? 2 : 0;
}

/** The head without the opening quote with which all members begin. */
function bare(head: string): string {
  return head.startsWith('“') ? head.slice(1) : head;
}

function isPlain(tail: string): boolean {
  return tail === '' || tail === '”' || (tail.length === 1 && PLAIN_TAILS.includes(tail));
}
