import type { Span } from '../document/span.ts';
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
  readonly #read = new Map<string, readonly ParallelSeries[]>();

  find(text: string, scan: NumberedScan = scanNumbered(text)): ParallelSeries[] {
    return findSeries(text, scan, (whole, paragraph, barriers) => this.#paragraph(whole, paragraph, barriers));
  }

  #paragraph(text: string, { start, end }: Span, barriers: Uint8Array): readonly ParallelSeries[] {
    const own = text.slice(start, end);
    const ownBarriers = barriers.subarray(start, end + 1);
    const key = `${offsetsIn(ownBarriers).join(' ')}\n${own}`;
    const series = this.#read.get(key) ?? unmarkedSeries(own, { start: 0, end: own.length }, ownBarriers);
    this.#read.delete(key); // put back as the latest
    this.#read.set(key, series);
    if (this.#read.size > MOST_PARAGRAPHS) this.#read.delete(this.#read.keys().next().value!);
    return series.map(one => shifted(one, start));
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
