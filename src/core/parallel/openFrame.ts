import { isClosing, isSentenceEnd, isSpace } from '../text/charClass.ts';
import { chainLink, commonPrefix, commonSuffix, fits, fitsOrSibling, framesFor, peelTo, refined } from './frames.ts';
import { type Item, listBefore } from './items.ts';
import { fromUnit, lastUnits } from './members.ts';
import type { OpenSeries, SeriesFamily, SeriesMember } from './parallelSeries.ts';

/** How far back a sentence is read. */
const LOOK_BACK = 2000;
/** Members with nothing but a shared head or tail must be this close in length. */
const LENGTH_DIFFERENCE = 2;
/** Members of a frame may differ more: «让…» takes phrases of any length. */
const FRAME_DIFFERENCE = 8;
/** Shared heads and tails are shown and looked for up to this length. */
const LONGEST_TYPED = 4;
/** Opening words of a pair, and what its other half begins with. Longer words first. */
const CORRELATIVES: readonly (readonly string[])[] = [
  ['既要', '又要', '还要'],
  ['既', '又', '还'],
  ['不是', '而是'],
  ['不在于', '而在于'],
  ['不仅', '而且'],
  ['不求', '但求'],
];

/**
 * The frame inside a sentence whose next member begins at the caret: after «从点滴中积累、从一线中历练、｜» it is «从…中…», after
 * «亲自谋划、亲自协调、｜» it is «亲自…». `typed` holds what is there of its first fixed part. Reads at most 2,000 units back.
 */
export function openFrameAt(text: string, caret: number): OpenSeries | undefined {
  const mark = lastMark(text, caret);
  if (mark < 0 || caret - mark - 1 > LONGEST_TYPED) return undefined;
  const start = sentenceStart(text, caret);
  if (mark < start) return undefined;
  const typed = text.slice(mark + 1, caret).replace(/^[”’\s]+/, '');
  const list = listBefore(text, { start, end: mark + 1 });
  if (!list) return undefined;
  const { items, separator } = list;
  const asOpen = (found: Found | undefined): OpenSeries | undefined =>
    found && opensWith(found.frame, typed) ? { ...found, scope: 'sentence', markers: [], typed, separator } : undefined;
  return (
    asOpen(chain(items) ?? knownFrame(items) ?? sharedHead(items) ?? sharedTail(items)) ??
    correlative(items, typed, separator) ??
    asOpen(sharedInfix(items))
  );
}

type Found = { readonly family: SeriesFamily; readonly frame: string; readonly members: readonly SeriesMember[] };

function sentenceStart(text: string, caret: number): number {
  const least = Math.max(0, caret - LOOK_BACK);
  let at = caret;
  while (at > least && !isSentenceEnd(text[at - 1]!)) at--;
  while (at < caret && (isClosing(text[at]!) || isSpace(text[at]!))) at++;
  return at;
}

/** The last mark before the caret that a typed beginning may follow; -1 if there is none. */
function lastMark(text: string, caret: number): number {
  const least = Math.max(0, caret - LONGEST_TYPED - 2);
  for (let at = caret - 1; at >= least; at--) if ('、，；,;'.includes(text[at]!)) return at;
  return -1;
}

/** What the user has begun must be the beginning of what the next member starts with. */
function opensWith(frame: string, typed: string): boolean {
  if (typed === '') return true;
  const head = frame.slice(0, frame.indexOf('…'));
  return head !== '' && head.startsWith(typed);
}

/** 目标任务化、任务清单化、 → «清单…化»: the next member takes up the end of the last. */
function chain(items: readonly Item[]): Found | undefined {
  const last = items.at(-1)!;
  let first = items.length - 1;
  while (
    first > 0 &&
    chainLink(lastUnits(items[first - 1]!, items[first]!.text.length).text, items[first]!.text) !== ''
  )
    first--;
  if (first === items.length - 1) return undefined;
  const before = lastUnits(items.at(-2)!, last.text.length);
  const tail = commonSuffix(before.text, last.text);
  const head = commonPrefix(before.text, last.text);
  const taken = chainLink(before.text, last.text);
  const rest = last.text.slice(head.length + taken.length, last.text.length - tail.length);
  // «以研促查»: what stands between the two slots stays, the new slot is as long as the old one.
  const infix = rest.slice(0, Math.max(0, rest.length - taken.length));
  const link = rest.slice(infix.length);
  if (link === '') return undefined;
  const members = items.slice(first).map((item, index) => (index === 0 ? lastUnits(item, last.text.length) : item));
  return { family: 'chain', frame: `${head}${link}${infix}…${tail}`, members };
}

function knownFrame(items: readonly Item[]): Found | undefined {
  const last = items.at(-1)!;
  for (const pattern of framesFor(last.text)) {
    if (!fits(last.text, pattern)) continue;
    const members: SeriesMember[] = [last];
    for (let index = items.length - 2; index >= 0; index--) {
      const item = items[index]!;
      const peeled = fitsOrSibling(item.text, pattern)
        ? 0
        : peelTo(item.text, pattern, last.text.length - LENGTH_DIFFERENCE, last.text.length + LENGTH_DIFFERENCE);
      if (peeled < 0 || Math.abs(item.text.length - peeled - last.text.length) > FRAME_DIFFERENCE) break;
      members.unshift(fromUnit(item, peeled));
      if (peeled > 0) break;
    }
    if (members.length > 1) return { family: 'frame', frame: refined(pattern, members), members };
  }
  return undefined;
}

function sharedHead(items: readonly Item[]): Found | undefined {
  const last = items.at(-1)!;
  const before = items.at(-2);
  if (!before) return undefined;
  let head = commonPrefix(before.text, last.text);
  if (head === last.text || head === before.text) return undefined;
  const members: SeriesMember[] = [last];
  if (head === '' || !near(before, last)) {
    const peeled = peelSharedHead(before.text, last.text);
    if (peeled < 0) return undefined;
    head = commonPrefix(before.text.slice(peeled), last.text);
    members.unshift(fromUnit(before, peeled));
    return { family: 'shared-head', frame: `${head}…`, members };
  }
  for (let index = items.length - 2; index >= 0; index--) {
    const item = items[index]!;
    const shared = commonPrefix(item.text, head);
    if (shared !== '' && near(item, last)) {
      head = shared;
      members.unshift(item);
      continue;
    }
    const at = item.text.lastIndexOf(head);
    if (at > 0 && Math.abs(item.text.length - at - last.text.length) <= LENGTH_DIFFERENCE)
      members.unshift(fromUnit(item, at));
    break;
  }
  return { family: 'shared-head', frame: `${head}…`, members };
}

/** «拿出一股拼劲、一股闯劲、»: a head of two units, or one with a shared tail and the same length, found inside the first member. */
function peelSharedHead(first: string, second: string): number {
  for (
    let length = second.length + LENGTH_DIFFERENCE;
    length >= Math.max(2, second.length - LENGTH_DIFFERENCE);
    length--
  ) {
    const at = first.length - length;
    if (at <= 0) continue;
    const rest = first.slice(at);
    const head = commonPrefix(rest, second);
    const isWhole = head.length >= second.length || head.length >= rest.length;
    if (
      !isWhole &&
      (head.length >= 2 || (head.length === 1 && length === second.length && commonSuffix(rest, second) !== ''))
    )
      return at;
  }
  return -1;
}

function sharedTail(items: readonly Item[]): Found | undefined {
  const last = items.at(-1)!;
  const before = items.at(-2);
  if (!before || last.text.length < 3) return undefined;
  const tail = commonSuffix(before.text, last.text);
  if (tail === '' || tail === last.text || tail === before.text || '的了市县区'.includes(tail)) return undefined;
  const peeled = Math.max(0, before.text.length - last.text.length);
  if (tail.length === 1 && peeled > 0 && items.length < 3) return undefined;
  const members: SeriesMember[] = [last];
  for (let index = items.length - 2; index >= 0; index--) {
    const item = items[index]!;
    if (!item.text.endsWith(tail)) break;
    members.unshift(near(item, last) ? item : lastUnits(item, last.text.length));
    if (!near(item, last)) break;
  }
  return { family: 'shared-tail', frame: `…${tail}`, members };
}

/** 大事亲自谋划、难事亲自协调、 → «…亲自…»: two members of one length that share two units at the same place inside. */
function sharedInfix(items: readonly Item[]): Found | undefined {
  const last = items.at(-1)!;
  const before = items.at(-2);
  if (!before || before.text.length < last.text.length) return undefined;
  const first = lastUnits(before, last.text.length);
  let start = 0;
  while (start < last.text.length && first.text[start] !== last.text[start]) start++;
  const infix = commonPrefix(first.text.slice(start), last.text.slice(start));
  if (infix.length < 2 || start === 0 || start + infix.length >= last.text.length) return undefined;
  const members: SeriesMember[] = [first, last];
  for (let index = items.length - 3; index >= 0 && first === before; index--) {
    const item = lastUnits(items[index]!, last.text.length);
    if (!item.text.startsWith(infix, start)) break;
    members.unshift(item);
    if (item !== items[index]) break;
  }
  return { family: 'frame', frame: `…${infix}…`, members };
}

/** «既要立足当前，｜» → «又要». Only where the other half is still missing. */
function correlative(items: readonly Item[], typed: string, separator: string): OpenSeries | undefined {
  for (const words of CORRELATIVES) {
    const at = items.findLastIndex(item => item.text.startsWith(words[0]!));
    if (at < 0) continue;
    const halves = words.slice(1).filter(word => items.slice(at + 1).some(item => item.text.startsWith(word)));
    const next = words[1 + halves.length];
    // Both halves of a two-part pair are there, or the last part: nothing is open.
    if (next === undefined || (halves.length > 0 && words[0] === '既')) continue;
    if (typed.length >= next.length || !next.startsWith(typed)) continue;
    const starts = [words[0]!, ...halves].map(word => items.slice(at).find(item => item.text.startsWith(word))!);
    const markers = [words[0]!, ...halves];
    const members = starts.map((item, index) => fromUnit(item, markers[index]!.length));
    return {
      family: 'pair',
      scope: 'sentence',
      markers,
      members,
      frame: `${words[0]}…${words[1]}…`,
      typed,
      nextMarker: next,
      separator,
    };
  }
  return undefined;
}

function near(a: Item, b: Item): boolean {
  return Math.abs(a.text.length - b.text.length) <= LENGTH_DIFFERENCE;
}
