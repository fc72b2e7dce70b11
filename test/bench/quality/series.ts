import type { ParallelSeries } from '../../../src/core/parallel/parallelSeries.ts';
import type { GoldDocument } from './gold.ts';
import {
  type Counts,
  countByFamily,
  keyOf,
  labelsByKey,
  type Outcome,
  rates,
  seriesOutcomes,
  total,
} from './seriesOutcomes.ts';
import type { Asker } from './serveClient.ts';
import { percent } from './tallies.ts';
import type { Offer } from './walk.ts';

export interface SeriesReport {
  /** By family. `strict` counts debatable labels like all others; `lenient` neither asks for them nor holds them against. */
  readonly strict: ReadonlyMap<string, Counts>;
  readonly lenient: ReadonlyMap<string, Counts>;
  /** Of the places after the second and later members of marked series of three and more: the next marker was offered. */
  readonly markers: { readonly asked: number; readonly found: number };
  /** Of the next members that the corpus has after the same member: one was offered. */
  readonly members: { readonly asked: number; readonly found: number };
}

export async function measureSeries(client: Asker, gold: readonly GoldDocument[]): Promise<SeriesReport> {
  const outcomes: Outcome[] = [];
  const markers = { asked: 0, found: 0 };
  const members = { asked: 0, found: 0 };
  for (const { text, series } of gold) {
    const found = (await client.request<{ series: readonly ParallelSeries[] }>('series', { text })).series;
    const predicted = new Map(found.map(one => [keyOf(one), one]));
    const labelled = labelsByKey(series);
    outcomes.push(...seriesOutcomes(found, series));
    for (const [key, { family, members: labels, debatable }] of labelled) {
      if (labels.length < 3) continue;
      const one = predicted.get(key);
      if (one === undefined) {
        // What is not even recognised when it is complete counts as not continued.
        if (family === 'numbered' && !debatable) markers.asked += labels.length - 2;
        continue;
      }
      if (one.markers.length === one.members.length) await continueMarkers(client, text, one, markers);
      await continueMembers(client, text, one, members);
    }
  }
  return {
    strict: countByFamily(outcomes, true),
    lenient: countByFamily(outcomes, false),
    markers,
    members,
  };
}

export function seriesLines({ strict, lenient, markers, members }: SeriesReport): string[] {
  const rate = ({ asked, found }: { asked: number; found: number }): string =>
    asked === 0 ? 'none asked' : `${percent(found / asked)} % of ${asked}`;
  return [
    '| family | with debatable: P / R / F1 | without: P / R / F1 |',
    '|---|---|---|',
    ...[...strict.keys()].sort().map(family => row(family, strict.get(family), lenient.get(family))),
    row('all', total(strict.values()), total(lenient.values())),
    '',
    `next marker in the first 3: ${rate(markers)}; true next member in the first 5, where the corpus has it: ${rate(members)}`,
  ];
}

async function continueMarkers(
  client: Asker,
  text: string,
  { members, markers }: ParallelSeries,
  counts: { asked: number; found: number },
): Promise<void> {
  for (let next = 2; next < members.length; next++) {
    const marker = markers[next]!;
    const markerStart = text.lastIndexOf(marker, members[next]!.start);
    if (markerStart < members[next - 1]!.end) continue;
    const caret = text.slice(0, markerStart).trimEnd().length;
    counts.asked++;
    if ((await added(client, text.slice(0, caret), 3)).some(offer => offer.trimStart().startsWith(marker))) {
      counts.found++;
    }
  }
}

async function continueMembers(
  client: Asker,
  text: string,
  { members }: ParallelSeries,
  counts: { asked: number; found: number },
): Promise<void> {
  for (let next = 2; next < members.length; next++) {
    const member = members[next]!;
    const phrase = text.slice(members[next - 1]!.start, member.end);
    const { occurrences } = await client.request<{ occurrences: number }>('lookup', { phrase, limit: 1 });
    if (occurrences === 0) continue;
    counts.asked++;
    const offers = await added(client, text.slice(0, member.start), 5);
    const beginning = text.slice(member.start, Math.min(member.end, member.start + 12));
    if (offers.some(offer => offer.startsWith(beginning))) counts.found++;
  }
}

/** What the first suggestions after `before` would add to it. */
async function added(client: Asker, before: string, limit: number): Promise<string[]> {
  const params = { text: before, limit, mode: 'eager' };
  const { suggestions } = await client.request<{ suggestions: readonly Offer[] }>('complete', params);
  return suggestions
    .filter(({ insertText, replaceLength }) => before.endsWith(insertText.slice(0, replaceLength)))
    .map(({ insertText, replaceLength }) => insertText.slice(replaceLength));
}

function row(family: string, ...columns: ReadonlyArray<Counts | undefined>): string {
  const cells = columns.map(counts => {
    return rates(counts ?? { right: 0, wrong: 0, missed: 0 })
      .map(rate => (Number.isNaN(rate) ? '–' : percent(rate)))
      .join(' / ');
  });
  return `| ${[family, ...cells].join(' | ')} |`;
}
