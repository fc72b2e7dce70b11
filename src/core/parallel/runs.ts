import { sharedHead, sharedTail } from './affixRuns.ts';
import { equalRun } from './equalRuns.ts';
import { knownFrame } from './frameRuns.ts';
import type { Item, ItemList, Separator } from './items.ts';
import { chain, reversal } from './linkRuns.ts';
import { type Match, type Matcher, MOST_MEMBERS, type Run } from './members.ts';
import { couplet, samePlaces, sameSyntax } from './placeRuns.ts';

const run4 = equalRun(4);
const run3 = equalRun(3);

/**
 * Adds everything in `list` that might be read as a run, from every item on, families in their order of precedence; they overlap.
 * O(items × `MOST_MEMBERS`).
 */
export function addRunsOf(runs: Run[], { items, separator, commas }: ItemList): void {
  if (commas) {
    addMixedRuns(runs, items, commas);
    return;
  }
  for (let from = 0; from + 2 <= items.length; from++) {
    // One call each instead of a list of functions: most find nothing at once, and then it is the call that costs.
    const window = windowFrom(items, from);
    keep(runs, items, from, separator, chain(window, separator));
    keep(runs, items, from, separator, reversal(window, separator));
    if (window.length > 2) {
      keep(runs, items, from, separator, sharedHead(window, separator));
      keep(runs, items, from, separator, sharedTail(window, separator));
      keep(runs, items, from, separator, run4(window, separator));
      keep(runs, items, from, separator, run3(window, separator));
    }
    keep(runs, items, from, separator, knownFrame(window, separator));
    if (window.length > 2) {
      keep(runs, items, from, separator, samePlaces(window, separator));
      keep(runs, items, from, separator, sameSyntax(window, separator));
    }
    keep(runs, items, from, separator, couplet(window, separator));
  }
}

/** Adds what was found from the item `from` on, if anything. */
function keep(runs: Run[], items: readonly Item[], from: number, separator: Separator, found: Match | undefined): void {
  if (!found) return;
  const to = from + found.members.length;
  const isPartial = separator === '、' && (from > 0 || to < items.length);
  if (found.isWeak && isPartial) return;
  runs.push({ ...found, from, to, isWeak: found.isWeak ?? false, separator, ...headOf(items[from]!, found) });
}

/** Runs of equal length in which «、» and «，» take turns: four members and more. */
function addMixedRuns(runs: Run[], items: ItemList['items'], commas: readonly boolean[]): void {
  for (let from = 0; from + LEAST_MIXED <= items.length; from++) {
    const window = windowFrom(items, from);
    for (const match of MIXED_MATCHERS) {
      const found = match(window, '，');
      if (!found || found.members.length < LEAST_MIXED || (found.members[0] !== items[from] && commas[from])) continue;
      const to = from + found.members.length;
      const isInside = (from > 0 && !commas[from - 1]) || (to < items.length && !commas[to - 1]);
      if (!isInside && takeTurns(commas.slice(from, to - 1)))
        runs.push({ ...found, from, to, isWeak: false, separator: '，', ...headOf(items[from]!, found) });
    }
  }
}

/** What a matcher is given to read from `from` on. */
function windowFrom(items: readonly Item[], from: number): readonly Item[] {
  return from === 0 && items.length <= MOST_MEMBERS ? items : items.slice(from, from + MOST_MEMBERS);
}

function headOf({ text, start }: Item, { members }: Match): Pick<Run, 'head'> {
  const end = members[0]!.start;
  return end > start ? { head: { start, end, text: text.slice(0, end - start) } } : {};
}

/** Both marks, «、» only between two; a longer «、» list at the start is a series of its own. */
function takeTurns(commas: readonly boolean[]): boolean {
  const lastComma = commas.lastIndexOf(true);
  if (lastComma < 0 || !commas.includes(false)) return false;
  for (let at = 0; at < lastComma; at++) if (!commas[at] && !commas[at + 1]) return false;
  return true;
}

const MIXED_MATCHERS: readonly Matcher[] = [run4, run3];
const LEAST_MIXED = 4;
