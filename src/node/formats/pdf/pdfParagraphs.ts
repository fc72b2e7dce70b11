import type { PdfLine } from './pdfLines.ts';

/** How far, in ems, a full line may end before the margin: a mark or word that did not fit is carried over. */
const RAGGED = 2.2;
/** Numbers and Latin words, with the marks that cling to them, go to the next line as a whole. */
const UNBROKEN_START = /^[“‘（《(]*[\w.,%/:@$-]*/u;
const LATIN_EMS = 0.6;
/** An indent of two ems opens a paragraph; less than this is none. */
const INDENT = 1.2;
/** Line pitch, compared with the usual one, from which on there is a gap. */
const GAP = 1.35;
const SAME_SIZE = 0.12;
/** Lines this long are text; headings and cells do not tell where the margins are. */
const TEXT_LINE_EMS = 12;
const STARTS_ITEM =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十百]{1,4}[章节条])/u;

/**
 * Lines → paragraphs: a line that reaches the right margin goes on in the next one, unless that is indented, set in
 * another size or apart: «……提出意» + «见。» → «……提出意见。».
 */
export function joinParagraphs(pages: readonly (readonly PdfLine[])[]): string[] {
  const lines = pages.flat();
  const margins = marginsOf(lines);
  const pitch = usualPitch(lines);
  const paragraphs: string[] = [];
  let previous: PdfLine | undefined;
  for (const line of lines) {
    if (previous !== undefined && goesOn(previous, line, margins, pitch)) {
      const before = paragraphs.pop()!;
      const blank = /[A-Za-z]$/u.test(before) && /^[A-Za-z]/u.test(line.text) ? ' ' : '';
      paragraphs.push(before.trimEnd() + blank + line.text.trimStart());
    } else {
      paragraphs.push(line.text.trimEnd());
    }
    previous = line;
  }
  return paragraphs;
}

interface Margins {
  readonly left: number;
  readonly right: number;
}

function goesOn(
  line: PdfLine,
  next: PdfLine,
  all: ReadonlyMap<string, Margins>,
  pitch: ReadonlyMap<string, number>,
): boolean {
  const { size } = line;
  if (Math.abs(next.size - size) > size * SAME_SIZE) return false;
  const margins = all.get(keyOf(line));
  if (margins === undefined) return false;
  const carried = UNBROKEN_START.exec(next.text)![0].length * LATIN_EMS;
  if (line.right < margins.right - (RAGGED + carried) * size || STARTS_ITEM.test(next.text)) return false;
  if (next.left > margins.left + INDENT * size && !isCentred(line, next)) return false;
  if (next.page !== line.page) return true;
  const step = line.y - next.y;
  // Upwards: the next column of the page.
  return step < 0 || step <= (pitch.get(sizeKey(line)) ?? size * 2) * GAP;
}

/** The rest of a long title, in the middle under it; «（2022年2月12日）» stands there on its own. */
function isCentred(line: PdfLine, next: PdfLine): boolean {
  const apart = Math.abs(line.left + line.right - next.left - next.right) / 2;
  return apart < line.size && next.page === line.page && !/^[（(].*[）)]$/u.test(next.text.trim());
}

/**
 * Where most text lines of a page and size begin and end; a page without many takes them from the other pages.
 * Lines of a paragraph are flush, and what lies outside of them are captions and notes.
 */
function marginsOf(lines: readonly PdfLine[]): ReadonlyMap<string, Margins> {
  const groups = new Map<ReturnType<typeof sizeKey>, PdfLine[]>();
  for (const line of lines) {
    if (line.right - line.left < TEXT_LINE_EMS * line.size) continue;
    const group = groups.get(sizeKey(line));
    if (group === undefined) groups.set(sizeKey(line), [line]);
    else group.push(line);
  }
  const found = new Map<string, Margins>();
  for (const line of lines) {
    const key = keyOf(line);
    if (found.has(key)) continue;
    const group = groups.get(sizeKey(line)) ?? [];
    const here = group.filter(other => other.page === line.page);
    const sample = here.length >= 8 ? here : group;
    if (sample.length === 0) continue;
    found.set(key, {
      left: quantile(
        sample.map(other => other.left),
        0.1,
      ),
      right: quantile(
        sample.map(other => other.right),
        0.8,
      ),
    });
  }
  return found;
}

/** The commonest distance of two lines of a size, which is that within paragraphs. */
function usualPitch(lines: readonly PdfLine[]): ReadonlyMap<string, number> {
  const steps = new Map<string, number[]>();
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    if (next === undefined || next.page !== line.page || sizeKey(next) !== sizeKey(line)) continue;
    const step = line.y - next.y;
    if (step <= line.size * 0.8 || step > line.size * 4) continue;
    const list = steps.get(sizeKey(line));
    if (list === undefined) steps.set(sizeKey(line), [step]);
    else list.push(step);
  }
  return new Map([...steps].map(([key, list]) => [key, quantile(list, 0.4)]));
}

function keyOf(line: PdfLine): string {
  return `${line.page} ${sizeKey(line)}`;
}

function sizeKey({ size }: PdfLine): string {
  return size.toFixed(0);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}
