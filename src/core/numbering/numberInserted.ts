import type { Marker } from '../parallel/markers.ts';
import { scanNumbered } from '../parallel/numberedScan.ts';
import type { NumberedMember, NumberedSeries } from '../parallel/numberedSeries.ts';
import { skipBlanks } from '../text/lines.ts';
import type { TextEdit } from '../text/textEdit.ts';
import { type ItemSeries, itemAt, type NumberedItem, numberedItems } from './numberedItems.ts';
import { markerEdits } from './renumber.ts';

/** The edits that number inserted text and the rest of the draft behind it. */
export interface InsertedNumbers {
  /** Edits of the inserted text; offsets are those of that text. */
  readonly inserted: readonly TextEdit[];
  /** Edits of the text behind it; offsets are those of that text. */
  readonly after: readonly TextEdit[];
}

/**
 * Continues the numbers of the draft in `inserted`, and those of `inserted` in the rest of the draft: if the draft has a 二、, the inserted
 * 一、, 二、 become 三、, 四、, and the draft's own 三、 becomes 五、. Points are continued in the same way if the inserted text begins with one;
 * points that it introduces itself («取得了成效：一是…») are a series of their own and begin with one. O(n).
 */
export function numberInserted(before: string, inserted: string, after: string): InsertedNumbers {
  const lead = leadSeries(before, inserted);
  if (lead === undefined) return { inserted: [], after: [] };
  const open = scanNumbered(before).open.findLast(({ style }) => style === lead.style);
  const last = open?.members.at(-1)?.marker;
  const first = last === undefined ? 1 : last.ordinal + 1;
  const behind = itemsBehind(before, after, lead.style, last?.start);
  return {
    inserted: markerEdits(
      last === undefined ? lead.members : lead.members.map(member => inShapeOf(last, member)),
      first,
    ),
    after: markerEdits(behind, first + lead.members.length),
  };
}

/** The marker in the shape that the draft gives its own: «(三)» behind «(二)». */
function inShapeOf({ prefix, suffix }: Marker, { marker }: NumberedMember): { marker: Marker } {
  return { marker: { ...marker, prefix, suffix } };
}

/** The series of `inserted` that continues one of the draft: 一、 anywhere, other styles only at the very beginning. */
function leadSeries(before: string, inserted: string): NumberedSeries | undefined {
  const beginning = skipBlanks(inserted, 0, inserted.length);
  const isOwnLine = before.slice(before.lastIndexOf('\n') + 1).trim() === '';
  return scanNumbered(inserted).series.find(
    ({ style, parent, members: [first] }) =>
      parent === undefined &&
      first!.marker.place === 'line' &&
      (style === 'heading1' || (isOwnLine && first!.marker.start === beginning)),
  );
}

/**
 * The items of the draft behind the place that continue the series of the item at `last`, or without such an item the first ones of their
 * section.
 */
function itemsBehind(
  before: string,
  after: string,
  style: NumberedSeries['style'],
  last: number | undefined,
): { marker: Marker }[] {
  const all = numberedItems(before + after);
  const section = itemAt(all, before.length);
  const series = all.find(one =>
    last === undefined
      ? one.style === style && isFirstIn(section, one, before.length)
      : one.items.some(({ marker }) => marker.start === last),
  );
  return (series?.items ?? []).flatMap(({ marker }) => {
    const start = marker.start - before.length;
    return start < 0 ? [] : [{ marker: { ...marker, start, end: start + marker.end - marker.start } }];
  });
}

function isFirstIn(section: NumberedItem | undefined, { style, items: [first] }: ItemSeries, place: number): boolean {
  return first!.marker.start >= place && (style === 'heading1' || (section !== undefined && first!.parent === section));
}
