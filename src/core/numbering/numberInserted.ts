import type { Marker } from '../parallel/markers.ts';
import { scanNumbered } from '../parallel/numberedScan.ts';
import type { NumberedMember, NumberedSeries } from '../parallel/numberedSeries.ts';
import { skipBlanks } from '../text/lines.ts';
import type { TextEdit } from '../text/textEdit.ts';
import { type ItemSeries, itemAt, type NumberedItem, numberedItems } from './numberedItems.ts';
import { markerEdits } from './renumber.ts';

/** How to number what is inserted, and the rest of the draft behind it. */
export interface InsertedNumbers {
  /** Offsets are those of the inserted text. */
  readonly inserted: readonly TextEdit[];
  /** Offsets are those of the text behind it. */
  readonly after: readonly TextEdit[];
}

/**
 * Makes the numbers of `inserted` go on from the draft, and those behind it from them: its 一、, 二、 after the draft's 二、 become 三、,
 * 四、, and the draft's own 三、 becomes 五、. Points go on likewise where the inserted text begins with one; points that it leads up to
 * itself («取得了成效：一是…») are a series of their own and begin at one. O(n).
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

/** Written as the draft writes its own: «(三)» behind «(二)». */
function inShapeOf({ prefix, suffix }: Marker, { marker }: NumberedMember): { marker: Marker } {
  return { marker: { ...marker, prefix, suffix } };
}

/** The series of `inserted` that belongs to the draft rather than to the inserted text: 一、 anywhere, others at its very beginning. */
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

/** The items of the draft behind the place that count on from the one at `last`, or if there is none the first ones of their section. */
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
