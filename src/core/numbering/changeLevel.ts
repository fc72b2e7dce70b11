import { type MarkerShape, type MarkerStyle, renderMarker } from '../parallel/markers.ts';
import { offsetAfter, type TextEdit } from '../text/textEdit.ts';
import type { DraftEdit, Refusal } from './draftEdit.ts';
import { type ItemSeries, itemAt, type NumberedItem, numberedItems, siblingsOf } from './numberedItems.ts';

/** The styles of headings, from the outermost level to the innermost. */
const HEADINGS: readonly MarkerStyle[] = ['heading1', 'heading2', 'heading3', 'heading4', 'heading5'];
const POINTS: readonly MarkerStyle[] = ['ordinal', 'is', 'among'];

/** How a level is written if the draft has no item of it yet (GB/T 9704). */
const USUAL: Readonly<Partial<Record<MarkerStyle, MarkerShape>>> = {
  heading1: { style: 'heading1', prefix: '', suffix: '、' },
  heading2: { style: 'heading2', prefix: '（', suffix: '）' },
  heading3: { style: 'heading3', prefix: '', suffix: '.' },
  heading4: { style: 'heading4', prefix: '（', suffix: '）' },
  heading5: { style: 'heading5', prefix: '', suffix: '' },
  ordinal: { style: 'ordinal', prefix: '第', suffix: '，' },
  is: { style: 'is', prefix: '', suffix: '是' },
  among: { style: 'among', prefix: '其', suffix: '，' },
};

/**
 * Moves the item at `caret`, with everything inside it, one level down: «二、» becomes the last «（三）» under «一、», the 1. 2. inside it become
 * （1） （2）, and the following «三、» becomes «二、». Only markers change; no text is moved.
 */
export function demote(text: string, caret: number): DraftEdit | Refusal {
  const all = numberedItems(text);
  const item = itemAt(all, caret);
  if (!item) return 'no-item';
  if (item.series.isRunIn) return 'run-in';
  const siblings = siblingsOf(item);
  const before = siblings[siblings.indexOf(item) - 1];
  if (!before) return 'no-sibling';
  const style = styleInside(before, siblings);
  if (!style) return 'no-level';
  // What stands in it on another scale cannot make room: 第一， in a 一、 that is to be a 第三，.
  const isOnAnother = scaleOf(style) !== scaleOf(item.series.style);
  if (isOnAnother && item.children.some(child => child.series.style === style)) return 'no-level';
  const levels = new LevelChange(all);
  const last = before.children.findLast(child => child.series.style === style);
  levels.set(item, style, (last?.marker.ordinal ?? 0) + 1);
  levels.shiftInside(item, style);
  levels.count(item.series.items.slice(item.series.items.indexOf(item) + 1), item.marker.ordinal);
  return levels.asEdit(caret);
}

/**
 * Moves the item at `caret`, with everything inside it, one level up: «（二）» under «一、» becomes «二、», the following «二、» becomes «三、», and
 * the «（三）» that followed the item becomes «（一）» under it. Only markers change; no text is moved.
 */
export function promote(text: string, caret: number): DraftEdit | Refusal {
  const all = numberedItems(text);
  const item = itemAt(all, caret);
  if (!item) return 'no-item';
  if (item.series.isRunIn) return 'run-in';
  const { parent } = item;
  if (!parent || parent.series.isRunIn || parent.marker.ordinal === 0) return 'no-level';
  const levels = new LevelChange(all);
  levels.set(item, parent.series.style, parent.marker.ordinal + 1);
  levels.shiftInside(item, parent.series.style);
  const inside = item.children.filter(child => levels.styleOf(child) === item.series.style).length;
  const siblings = siblingsOf(item);
  levels.count(siblings.slice(siblings.indexOf(item) + 1), inside + 1);
  const after = parent.series.items.slice(parent.series.items.indexOf(parent) + 1);
  levels.count(after, parent.marker.ordinal + 2);
  return levels.asEdit(caret);
}

/**
 * The level of the items inside `before`, or else inside its siblings («一、» may hold «1.» or «第一，»), or else the next level of the scale.
 */
function styleInside(before: NumberedItem, siblings: readonly NumberedItem[]): MarkerStyle | undefined {
  const isLevel = (child: NumberedItem) => !child.series.isRunIn && scaleOf(child.series.style) !== undefined;
  const { style } = before.series;
  const child =
    before.children.findLast(isLevel) ?? siblings.flatMap(({ children }) => children).find(other => isLevel(other));
  const scale = scaleOf(style);
  return child?.series.style ?? scale?.[scale.indexOf(style) + 1];
}

function scaleOf(style: MarkerStyle): readonly MarkerStyle[] | undefined {
  return [HEADINGS, POINTS].find(scale => scale.includes(style));
}

/** Collects the new levels and numbers of items, which are then written as edits of their markers. */
class LevelChange {
  readonly #all: readonly ItemSeries[];
  readonly #changed = new Map<NumberedItem, { readonly style: MarkerStyle; readonly ordinal: number }>();

  constructor(all: readonly ItemSeries[]) {
    this.#all = all;
  }

  set(item: NumberedItem, style: MarkerStyle, ordinal: number): void {
    this.#changed.set(item, { style, ordinal });
  }

  styleOf(item: NumberedItem): MarkerStyle {
    return this.#changed.get(item)?.style ?? item.series.style;
  }

  /** Numbers `items`, beginning with `first`. */
  count(items: readonly NumberedItem[], first: number): void {
    for (const [index, item] of items.entries()) this.set(item, this.styleOf(item), first + index);
  }

  /** Moves the items inside `item` on the scale of its level as far as `item` itself moves to reach `style`. */
  shiftInside(item: NumberedItem, style: MarkerStyle): void {
    const scale = scaleOf(item.series.style);
    if (!scale?.includes(style)) return;
    const step = scale.indexOf(style) - scale.indexOf(item.series.style);
    const shift = (children: readonly NumberedItem[]): void => {
      for (const child of children) {
        const at = scale.indexOf(child.series.style);
        // Past the end of the scale there is no marker, and `asEdit` says so.
        if (at >= 0) this.set(child, scale[at + step] ?? 'quoted', child.marker.ordinal);
        shift(child.children);
      }
    };
    shift(item.children);
  }

  asEdit(caret: number): DraftEdit | Refusal {
    const edits: TextEdit[] = [];
    for (const [{ marker, series }, { style, ordinal }] of this.#changed) {
      const shape = style === series.style ? marker : this.#shapeOf(style);
      const newText = shape && renderMarker(shape, ordinal);
      if (newText === undefined) return 'no-level';
      if (newText !== marker.text) edits.push({ start: marker.start, end: marker.end, newText });
    }
    edits.sort((a, b) => a.start - b.start);
    return { edits, caret: offsetAfter(caret, edits) };
  }

  /** The shape that this level has in the draft («1、» or «1.»), or else its usual one. */
  #shapeOf(style: MarkerStyle): MarkerShape | undefined {
    const series = this.#all.find(other => other.style === style && !other.isRunIn);
    return series?.items[0]?.marker ?? USUAL[style];
  }
}
