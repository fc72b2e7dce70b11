import { RecentMap } from '../collections/recentMap.ts';
import type { Span } from '../text/span.ts';
import { findSeries, unmarkedSeries } from './findSeries.ts';
import { type NumberedScan, scanNumbered } from './numberedScan.ts';
import type { ParallelSeries, SeriesMember } from './parallelSeries.ts';

/** Paragraphs remembered: more than those of a long report. */
const MOST_PARAGRAPHS = 2000;

/**
 * `findSeries` for a draft that is asked about again and again while it is written: only paragraphs that have changed are read anew.
 * Numbered series, which run over the whole draft, are read in one quick pass every time. Gives the same as `findSeries`.
 */
export class IncrementalSeries {
  /** Series without enumerators, as if their paragraph were the whole text. The longest unused first. */
  readonly #read = new RecentMap<string, readonly ParallelSeries[]>(MOST_PARAGRAPHS);

  find(text: string, scan: NumberedScan = scanNumbered(text)): ParallelSeries[] {
    return findSeries(text, scan, (whole, paragraph, barriers) => this.#paragraph(whole, paragraph, barriers));
  }

  #paragraph(text: string, { start, end }: Span, barriers: Uint8Array): readonly ParallelSeries[] {
    const own = text.slice(start, end);
    const ownBarriers = barriers.subarray(start, end + 1);
    const key = `${offsetsIn(ownBarriers).join(' ')}\n${own}`;
    const read = (): readonly ParallelSeries[] => unmarkedSeries(own, { start: 0, end: own.length }, ownBarriers);
    return this.#read.refreshOrMake(key, read).map(one => shifted(one, start));
  }
}

function offsetsIn(barriers: Uint8Array): number[] {
  const offsets: number[] = [];
  for (let at = barriers.indexOf(1); at >= 0; at = barriers.indexOf(1, at + 1)) offsets.push(at);
  return offsets;
}

function shifted(series: ParallelSeries, by: number): ParallelSeries {
  const move = (member: SeriesMember): SeriesMember => ({ ...member, start: member.start + by, end: member.end + by });
  return {
    ...series,
    start: series.start + by,
    end: series.end + by,
    members: series.members.map(move),
    ...(series.head && { head: move(series.head) }),
  };
}
