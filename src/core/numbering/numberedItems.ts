import type { Marker, MarkerStyle } from '../parallel/markers.ts';
import { memberSpan } from '../parallel/memberSpans.ts';
import { scanNumbered } from '../parallel/numberedScan.ts';
import { isRunIn, type NumberedSeries } from '../parallel/numberedSeries.ts';
import { isBlankLine } from '../text/lines.ts';
import { paragraphs } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { joinBroken } from './joinBroken.ts';

/**
 * A numbered item with everything that belongs to it: «（二）» with its paragraphs and the 1. 2. 3. under it. The span begins with the item's
 * line, or inside a line with its marker, and ends where the next sibling begins.
 */
export interface NumberedItem extends Span {
  readonly marker: Marker;
  /** Where the item's own words begin, behind its marker and blanks. */
  readonly bodyStart: number;
  readonly series: ItemSeries;
  /** The item that contains this one. */
  readonly parent: NumberedItem | undefined;
  readonly children: readonly NumberedItem[];
}

/** Items whose numbers continue one another. 1. … 26. that continue across 一、 … 八、 are one series with several parents. */
export interface ItemSeries {
  readonly style: MarkerStyle;
  /** Whether the items are inside one paragraph, as opposed to each beginning a line. */
  readonly isRunIn: boolean;
  readonly items: readonly NumberedItem[];
}

interface GrowingItem extends NumberedItem {
  end: number;
  readonly children: GrowingItem[];
}

/** All numbered series of `text` in the order of their first items, as the outline and the parallel series use them. O(n). */
export function numberedItems(text: string): ItemSeries[] {
  const lines = paragraphs(text).filter(line => !isBlankLine(text, line.start, line.end));
  const made = new Map<NumberedSeries, GrowingItem[]>();
  const all: ItemSeries[] = [];
  for (const read of joinBroken(scanNumbered(text).series)) {
    const items: GrowingItem[] = [];
    const series: ItemSeries = { style: read.style, isRunIn: isRunIn(read), items };
    const around = read.parent && made.get(read.parent);
    read.members.forEach(({ marker, bodyStart }, index) => {
      const span = memberSpan(text, read, index, lines);
      const parent = around?.findLast(item => item.start <= span.start);
      const item: GrowingItem = { ...span, marker, bodyStart, series, parent, children: [] };
      items.push(item);
      parent?.children.push(item);
    });
    made.set(read, items);
    all.push(series);
  }
  for (const items of [...made.values()].reverse()) for (const item of items) stretch(item);
  return all;
}

/** Extends an item to the end of the items inside it. It is called for the innermost series first. */
function stretch(item: GrowingItem): void {
  for (const child of item.children) item.end = Math.max(item.end, child.end);
}

/** The innermost item that contains `offset`, its very end included. O(items). */
export function itemAt(all: readonly ItemSeries[], offset: number): NumberedItem | undefined {
  let inside: NumberedItem | undefined;
  let ended: NumberedItem | undefined;
  for (const { items } of all) {
    for (const item of items) {
      if (item.start > offset) break;
      if (offset < item.end && item.start >= (inside?.start ?? 0)) inside = item;
      if (offset === item.end && item.start >= (ended?.start ?? 0)) ended = item;
    }
  }
  return inside && ended ? (inside.start > ended.start ? inside : ended) : (inside ?? ended);
}

/** The items of the same series that have the same parent, in order. */
export function siblingsOf({ series, parent }: NumberedItem): NumberedItem[] {
  return series.items.filter(item => item.parent === parent);
}
