import { sharedHead, sharedTail } from './affixRuns.ts';
import { equalRun } from './equalRuns.ts';
import { knownFrame } from './frameRuns.ts';
import type { Item, ItemList } from './items.ts';
import { chain, reversal } from './linkRuns.ts';
import { type Match, type Matcher, MOST_MEMBERS, type Run } from './members.ts';
import { couplet, samePlaces, sameSyntax } from './placeRuns.ts';

/** In order of precedence, each with the fewest items it takes. */
const MATCHERS: readonly (readonly [least: number, match: Matcher])[] = [
  [2, chain],
  [2, reversal],
  [3, sharedHead],
  [3, sharedTail],
  [3, equalRun(4)],
  [3, equalRun(3)],
  [2, knownFrame],
  [3, samePlaces],
  [3, sameSyntax],
  [2, couplet],
];

/**
 * Everything in `list` that might be read as a run, from every item on, families in their order of precedence; they overlap.
 * O(items × `MOST_MEMBERS`).
 */
export function runsOf({ items, separator, commas }: ItemList): Run[] {
  if (commas) return mixedRuns(items, commas);
  const runs: Run[] = [];
  for (let from = 0; from + 2 <= items.length; from++) {
    const window = items.slice(from, from + MOST_MEMBERS);
    for (const [least, match] of MATCHERS) {
      const found = window.length < least ? undefined : match(window, separator);
      if (!found) continue;
      const to = from + found.members.length;
      const isPartial = separator === '、' && (from > 0 || to < items.length);
      if (found.isWeak && isPartial) continue;
      runs.push({ ...found, from, to, isWeak: found.isWeak ?? false, separator, ...headOf(items[from]!, found) });
    }
  }
  return runs;
}

/** Runs of equal length in which «、» and «，» take turns: four members and more. */
function mixedRuns(items: ItemList['items'], commas: readonly boolean[]): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from + LEAST_MIXED <= items.length; from++) {
    for (const match of MIXED_MATCHERS) {
      const found = match(items.slice(from, from + MOST_MEMBERS), '，');
      if (!found || found.members.length < LEAST_MIXED || (found.members[0] !== items[from] && commas[from])) continue;
      const to = from + found.members.length;
      const isInside = (from > 0 && !commas[from - 1]) || (to < items.length && !commas[to - 1]);
      if (!isInside && takeTurns(commas.slice(from, to - 1)))
        runs.push({ ...found, from, to, isWeak: false, separator: '，', ...headOf(items[from]!, found) });
    }
  }
  return runs;
}

function headOf({ text, start }: Item, { members }: Match): Pick<Run, 'head'> {
  const end = members[0]!.start;
  return end > start ? { head: { text: text.slice(0, end - start), start, end } } : {};
}

/** Both marks, «、» only between two; a longer «、» list at the start is a series of its own. */
function takeTurns(commas: readonly boolean[]): boolean {
  const lastComma = commas.lastIndexOf(true);
  if (lastComma < 0 || !commas.includes(false)) return false;
  for (let at = 0; at < lastComma; at++) if (!commas[at] && !commas[at + 1]) return false;
  return true;
}

const MIXED_MATCHERS: readonly Matcher[] = [equalRun(4), equalRun(3)];
const LEAST_MIXED = 4;
