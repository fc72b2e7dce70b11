import { lineEnd } from '../text/lines.ts';
import { paragraphs, sentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { findAnaphora } from './anaphora.ts';
import { itemLists } from './items.ts';
import type { Run } from './members.ts';
import { type NumberedScan, scanNumbered } from './numberedScan.ts';
import type { NumberedSeries } from './numberedSeries.ts';
import { numericSummaries } from './numericSummary.ts';
import { memberText, scopeOf, separatorOf } from './openSeries.ts';
import { findPairs } from './pairs.ts';
import type { ParallelSeries } from './parallelSeries.ts';
import { addRunsOf } from './runs.ts';
import { bestOf } from './selectRuns.ts';

/** Longer sentences are not searched for unmarked series, because they are tables or have lost their punctuation. */
const LONGEST_SENTENCE = 2000;

/**
 * All parallel series of `text` in the order of their beginnings, nested ones too: numbered families at every scope, and inside
 * sentences chains, reversals, shared heads and tails, runs, frames and pairs; heads that sentence after sentence repeats; slogans
 * that count their items. «一要勤学。…二要善思。…» → numbered, markers 一要 二要, members 勤学, 善思. Members are without marker,
 * governing head and closing punctuation; `text.slice(start, end)` of a member is its text. O(n).
 *
 * @param scan the numbered series of `text`, where the caller has them already
 * @param readParagraph reads the series without enumerators, where the caller remembers some
 */
export function findSeries(
  text: string,
  scan: NumberedScan = scanNumbered(text),
  readParagraph: ReadParagraph = unmarkedSeries,
): ParallelSeries[] {
  const found: ParallelSeries[] = [];
  const barriers = new Uint8Array(text.length + 1);
  for (const numbered of scan.series) {
    const made = numberedSeries(text, numbered);
    if (!made) continue;
    found.push(made);
    for (const member of numbered.members) barriers[member.marker.start] = barriers[member.bodyStart] = 1;
  }
  for (const paragraph of paragraphs(text)) found.push(...readParagraph(text, paragraph, barriers));
  found.push(...numericSummaries(text, found));
  return withoutRepeats(found.sort((a, b) => a.start - b.start || b.end - a.end));
}

/** Finds the series of one paragraph. `barriers` is 1 at the beginning of each enumerator and of the text behind it. */
export type ReadParagraph = (text: string, paragraph: Span, barriers: Uint8Array) => readonly ParallelSeries[];

/**
 * Series without enumerators: of all readings of a sentence the best ones that do not cut across each other. The result depends on nothing
 * outside the paragraph.
 */
export function unmarkedSeries(text: string, paragraph: Span, barriers: Uint8Array): ParallelSeries[] {
  const anaphora = findAnaphora(text, paragraph, barriers);
  const found: ParallelSeries[] = [...anaphora];
  for (const sentence of sentences(text, paragraph)) {
    if (sentence.end - sentence.start > LONGEST_SENTENCE) continue;
    const pairs = findPairs(text, sentence);
    for (const pair of pairs) found.push(pair);
    const runs: Run[] = [];
    for (const list of itemLists(text, sentence, barriers)) addRunsOf(runs, list);
    if (runs.length > 0) for (const run of bestOf([...anaphora, ...pairs], runs)) found.push(fromRun(run));
  }
  return found;
}

function numberedSeries(text: string, series: NumberedSeries): ParallelSeries | undefined {
  if (series.style === 'quoted' || series.members.length < 2) return undefined;
  const separator = separatorOf(text, series);
  const members = series.members.map(({ marker, bodyStart }, index) => {
    const next = series.members[index + 1]?.marker.start ?? Math.min(series.end, lineEnd(text, bodyStart));
    const member = memberText(text, bodyStart, next);
    // Joined by «，», the last member ends with the sentence, the others where the next begins: memberText knows both.
    return member.end > member.start ? member : { start: marker.end, end: marker.end, text: '' };
  });
  if (members.filter(member => member.text !== '').length < 2) return undefined;
  return {
    family: series.style === 'aspect' ? 'pair' : 'numbered',
    scope: scopeOf(series, separator),
    markers: series.members.map(member => member.marker.text),
    members,
    start: series.members[0]!.marker.start,
    end: members.at(-1)!.end,
    ordinals: series.members.map(member => member.marker.ordinal),
    punctuation: separator,
    ...(series.style === 'aspect' ? { frame: '一方面…另一方面…' } : {}),
  };
}

function fromRun(run: Run): ParallelSeries {
  return {
    family: run.family,
    scope: 'sentence',
    markers: [],
    members: run.members,
    start: run.members[0]!.start,
    end: run.members.at(-1)!.end,
    punctuation: run.separator,
    ...(run.frame === undefined ? {} : { frame: run.frame }),
    ...(run.head && { head: run.head }),
  };
}

/** The series without those that repeat an earlier one word for word. */
function withoutRepeats(sorted: readonly ParallelSeries[]): ParallelSeries[] {
  const seen = new Set<string>();
  return sorted.filter(({ family, markers, members }) => {
    const key = `${family}\n${markers.join('\t')}\n${members.map(member => member.text).join('\n')}`;
    return seen.size < seen.add(key).size;
  });
}
