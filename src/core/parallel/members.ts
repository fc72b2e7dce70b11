import type { Item, Separator } from './items.ts';
import type { SeriesFamily, SeriesMember } from './parallelSeries.ts';

/** Unmarked members found side by side in one list. */
export interface Run {
  readonly family: SeriesFamily;
  readonly members: readonly SeriesMember[];
  readonly frame?: string;
}

/** Items from `from` on that make a run of one family, or `undefined`. */
export type Matcher = (items: readonly Item[], from: number, separator: Separator) => Run | undefined;

/** Members of one list may differ in length by this much if one shared unit is all that binds them. */
export const LOOSE = 2;

/** What may govern a whole list from inside its first item. */
const GOVERNING = new Set(
  '以|要|为|在|对|从|向|将|使|让|就|把|的|和|是|有|好|到|住|起|出|了|完善|健全|建立|深化|坚持|着力|做到|实现|确保|增强|提升|提高|不断|努力|加强|强化|树立|发扬|弘扬|体现|落实|推动|推进|促进|担当起|具有|进一步|切实|始终|大力|全力|形成|保持|注重|突出|围绕|出现|解决|克服'.split(
    '|',
  ),
);
const LONGEST_GOVERNING = 3;

/** A head that governs and nothing else. */
export function isGoverning(head: string): boolean {
  return GOVERNING.has(head);
}

/** Does `head` end in a governing word of `least` units and more? Two are sure enough to be cut off the first of several «，» clauses. */
export function endsGoverning(head: string, least = 1): boolean {
  for (let length = least; length <= LONGEST_GOVERNING && length <= head.length; length++)
    if (GOVERNING.has(head.slice(-length))) return true;
  return false;
}

/** What may govern a whole list from behind its last item: «稳预期工作», «抓谋划的要求». */
const GOVERNED_BY =
  /^(?:的|等|之|工作|任务|精神|要求|活动|理念|原则|问题|能力|水平|机制|现象|行动|战略|作用|意识|本领|责任|地|为|都|一定|必须|要)/;

/** Where the others' lengths tell how much of the first item is a governing head, it is left out. */
export function peelByLength(item: Item, others: readonly { readonly text: string }[]): SeriesMember {
  const least = shortest(others);
  const most = longest(others);
  if (item.text.length <= most) return item;
  if (least === most) {
    const equal = item.text.length - least;
    if (equal === 1 && !endsGoverning(item.text[0]!)) return item;
    // A cut behind a governing word within a unit or two of the equal length is surer than the equal length.
    const nearby = [equal, equal + 1, equal - 1, equal + 2].find(
      cut => cut > 0 && endsGoverning(item.text.slice(0, cut)),
    );
    return lastUnits(item, item.text.length - (nearby ?? equal));
  }
  const usual = others.at(-1)!.text.length;
  for (const length of [usual, ...Array.from({ length: most - least + 2 }, (_, step) => most + 1 - step)])
    if (endsGoverning(item.text.slice(0, item.text.length - length))) return lastUnits(item, length);
  return item;
}

export function shortest(members: readonly { readonly text: string }[]): number {
  return Math.min(...members.map(member => member.text.length));
}

export function longest(members: readonly { readonly text: string }[]): number {
  return Math.max(...members.map(member => member.text.length));
}

export function fromUnit(item: Item, at: number): SeriesMember {
  return { text: item.text.slice(at), start: item.start + at, end: item.end };
}

/** The item up to `length`, if only a governing tail stands behind. */
export function withoutGoverned(item: Item, length: number): Item {
  return item.text.length > length && GOVERNED_BY.test(item.text.slice(length)) ? firstUnits(item, length) : item;
}

export function firstUnits(item: Item, length: number): Item {
  return item.text.length <= length
    ? item
    : { text: item.text.slice(0, length), start: item.start, end: item.start + length };
}

export function lastUnits(item: Item, length: number): Item {
  return item.text.length <= length
    ? item
    : { text: item.text.slice(-length), start: item.end - length, end: item.end };
}
