import type { Span } from '../text/span.ts';
import { inner, isNotesHeading, isPlainHeading } from './headings.ts';
import type { Node } from './numberedSections.ts';
import { functionOfHeading } from './sectionFunction.ts';

/** A single heading above 一、 is more often a stray line than the heading of a part. */
const FEWEST_PARTS = 2;

/**
 * The starts of the headings of parts that each contain 一、, 二、 …: «2025年工作回顾», «2026年工作安排», with a new 一、 below each of them. They are
 * plain lines that name a function, outside every run of 一、, 二、.
 */
export function partHeadings(text: string, lines: readonly Span[], numbered: readonly Node[]): ReadonlySet<number> {
  const runs = runsOf(numbered.filter(node => node.rank === 1));
  const found = new Set<number>();
  if (runs.length === 0) return found;
  const lastRun = runs.at(-1)!;
  for (const line of lines) {
    if (line.start >= lastRun.start || runs.some(run => run.start <= line.start && line.start <= run.end)) continue;
    const { start, end } = inner(text, line);
    if (!isPlainHeading(text, line) || isNotesHeading(text, line)) continue;
    if (functionOfHeading(text.slice(start, end)) !== undefined) found.add(line.start);
  }
  return found.size < FEWEST_PARTS ? new Set() : found;
}

/** The span from the first to the last heading of each run 一、, 二、 … */
function runsOf(headings: readonly Node[]): Span[] {
  const runs: { start: number; end: number }[] = [];
  for (const { title, start } of headings) {
    if (runs.length === 0 || title.startsWith('一、')) runs.push({ start, end: start });
    else runs.at(-1)!.end = start;
  }
  return runs;
}
