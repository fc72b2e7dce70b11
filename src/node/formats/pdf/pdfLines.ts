import { HAN_OR_MARK, plainHan } from './pdfCharacters.ts';

/** A stretch of text as pdf.js gives it: `x`, `y` of its start on the baseline, y growing upwards. */
export interface PdfItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Size of the type; 0 for a blank that pdf.js put into a gap. */
  readonly size: number;
}

/** A line of a page. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** 0 for the first page. */
  readonly page: number;
}

/** Items whose baselines are no further apart than this share of their size stand in one line (raised notes). */
const SAME_LINE = 0.4;
/** Gaps in ems: below the first none is seen beside a Chinese character, from the second on a table or form is laid out. */
const VISIBLE_GAP = 0.6;
const COLUMN_GAP = 2.5;
/** Bold imitated by printing twice: the same text again, hardly moved. */
const DOUBLE_PRINT = 0.2;
const LOOK_BACK = 4;
/** Share of the size by which neighbours may overlap: marks are set closer than they are wide. */
const OVERLAP = 0.3;
/** Items; so that a page of crossed lines takes no quadratic time. */
const LONGEST_LINE = 300;

/** Items of a page in the order of the file → its lines: «过去», «的», «五年» on one baseline → «过去的五年». */
export function linesOf(items: readonly PdfItem[], page: number): PdfLine[] {
  const lines: PdfLine[] = [];
  let line: PdfItem[] = [];
  const end = () => {
    if (line.length > 0) lines.push(toLine(line, page));
    line = [];
  };
  for (const item of items) {
    if (item.text.trim() === '' || item.size <= 0) continue;
    if (isDoublePrint(item, line)) continue;
    const last = line.at(-1);
    if (last !== undefined && !continues(last, item) && !fillsGap(line, item)) end();
    line.push({ ...item, text: plainHan(item.text) });
  }
  end();
  return lines.filter(({ text }) => text.trim() !== '');
}

function continues(last: PdfItem, item: PdfItem): boolean {
  const size = Math.max(last.size, item.size);
  // Back to the left on the same height: a line of another column or table.
  return Math.abs(item.y - last.y) <= size * SAME_LINE && item.x > last.x - size;
}

/** A line in two fonts may be printed font by font: «《中华　　法》», then «人民共和国» into the gap. */
function fillsGap(line: readonly PdfItem[], item: PdfItem): boolean {
  if (line.length > LONGEST_LINE) return false;
  const slack = item.size * OVERLAP;
  return line.every(
    other =>
      Math.abs(other.y - item.y) < slack &&
      (item.x + item.width <= other.x + slack || item.x >= other.x + other.width - slack),
  );
}

function isDoublePrint(item: PdfItem, line: readonly PdfItem[]): boolean {
  const reach = item.size * DOUBLE_PRINT;
  return line
    .slice(-LOOK_BACK)
    .some(
      other =>
        other.text === plainHan(item.text) && Math.abs(other.x - item.x) < reach && Math.abs(other.y - item.y) < reach,
    );
}

function toLine(unordered: readonly PdfItem[], page: number): PdfLine {
  const items = unordered.toSorted((a, b) => a.x - b.x);
  let text = '';
  let right = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    if (text !== '') text += gapText(text.at(-1)!, item, (item.x - right) / item.size);
    text += item.text;
    right = Math.max(right, item.x + item.width);
  }
  const first = items[0]!;
  const size = items.reduce((most, item) => (item.text.length > most.text.length ? item : most), first).size;
  return { text, left: first.x, right, y: first.y, size, page };
}

/** «7000» and «亿元» are set apart by a fifth of an em, which is no blank; «speech» and «draft» by a quarter, which is one. */
function gapText(before: string, { text }: PdfItem, ems: number): string {
  if (/\s$/u.test(before) || /^\s/u.test(text)) return '';
  if (ems >= COLUMN_GAP) return '\t';
  const beside = HAN_OR_MARK.test(before) || HAN_OR_MARK.test(text[0] ?? '');
  return ems >= (beside ? VISIBLE_GAP : 0.15) ? ' ' : '';
}
