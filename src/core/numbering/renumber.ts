import { type Marker, type MarkerStyle, renderMarker } from '../parallel/markers.ts';
import type { Span } from '../text/span.ts';
import type { TextEdit } from '../text/textEdit.ts';
import { type ItemSeries, itemAt, type NumberedItem, numberedItems } from './numberedItems.ts';

/** 首先, 其次, 再次, 最后: the last word belongs to the last item, however many items there are. */
const LAST_OF_SEQUENCE = 4;
/** Styles that are never renumbered: articles of a law are quoted by number, and the other styles have no numbers or only two words. */
const FIXED: ReadonlySet<MarkerStyle> = new Set(['article', 'dash', 'quoted', 'aspect']);

/**
 * The edits that make the numbers of a draft continuous: «一、», «三、», «三、» → «一、», «二、», «三、». With a `selection` that is not empty only the
 * items whose markers it contains are renumbered, continuing from the item before them. A series that begins with a later number is a
 * fragment and keeps its first number, except the one that contains the caret: there the first item has been deleted. O(n).
 */
export function renumberEdits(text: string, selection: Span): TextEdit[] {
  const all = numberedItems(text);
  if (selection.end > selection.start)
    return inOrder(
      all.flatMap(series =>
        seriesEdits(
          series,
          series.items.filter(item => isIn(selection, item)),
          1,
        ),
      ),
    );
  const atCaret = itemAt(all, selection.start)?.series;
  return inOrder(
    all.flatMap(series => seriesEdits(series, series.items, series === atCaret ? 1 : series.items[0]!.marker.ordinal)),
  );
}

/** The edits that renumber the series of the item at `offset` from one on, and no other series; `[]` if its numbers are right. O(n). */
export function renumberSeriesAt(text: string, offset: number): TextEdit[] {
  const series = itemAt(numberedItems(text), offset)?.series;
  return series ? seriesEdits(series, series.items, 1) : [];
}

function isIn(selection: Span, { marker }: NumberedItem): boolean {
  return marker.start >= selection.start && marker.start < selection.end;
}

/** The edits of one series. A lone item is left as it is: «三是正数» may be no item at all. */
function seriesEdits(series: ItemSeries, chosen: readonly NumberedItem[], first: number): TextEdit[] {
  if (series.items.length < 2 || chosen.length === 0) return [];
  const before = series.items[series.items.indexOf(chosen[0]!) - 1];
  return markerEdits(chosen, before ? before.marker.ordinal + 1 : first);
}

function inOrder(edits: TextEdit[]): TextEdit[] {
  return edits.sort((a, b) => a.start - b.start);
}

/** The edits that number `items`, beginning with `first`, each in its own punctuation; `[]` if there is no such number for one of them. */
export function markerEdits(items: readonly { readonly marker: Marker }[], first: number): TextEdit[] {
  const edits: TextEdit[] = [];
  const ordinals = ordinalsFrom(
    first,
    items.map(({ marker }) => marker),
  );
  for (const [index, { marker }] of items.entries()) {
    const newText = ordinals && renderMarker(marker, ordinals[index]!);
    if (newText === undefined) return [];
    if (newText !== marker.text) edits.push({ start: marker.start, end: marker.end, newText });
  }
  return edits;
}

/** The numbers of consecutive markers, beginning with `first`; `undefined` if they do not count or there are not enough of them. */
export function ordinalsFrom(first: number, markers: readonly Marker[]): number[] | undefined {
  const { style } = markers[0] ?? {};
  if (style === undefined || FIXED.has(style)) return undefined;
  const ordinals = markers.map((_, index) => first + index);
  if (style === 'sequence') {
    if (ordinals.at(-1)! > LAST_OF_SEQUENCE) return undefined;
    if (markers.at(-1)!.ordinal === LAST_OF_SEQUENCE) ordinals[ordinals.length - 1] = LAST_OF_SEQUENCE;
  }
  return ordinals;
}
