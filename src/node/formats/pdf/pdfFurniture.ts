import type { PdfLine } from './pdfLines.ts';

/** Lines at the top and bottom of a page among which headers and footers are looked for. */
const EDGE_LINES = 3;
/** A header stands on so many pages at least, and on this share of them (left and right pages may differ). */
const MIN_PAGES = 3;
const MIN_SHARE = 0.3;
const LONGEST = 60;
const PAGE_NUMBER =
  /^(?:[-—–·\s]*[\d０-９]{1,4}[-—–·\s]*|第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4})$/u;

/** The pages without page numbers and without what repeats at their edges, «某市政府工作报告　第 3 页», and these lines by themselves. */
export function withoutFurniture(pages: readonly (readonly PdfLine[])[]): {
  readonly lines: readonly (readonly PdfLine[])[];
  readonly furniture: readonly PdfLine[];
} {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(edges(page).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const enough = Math.max(MIN_PAGES, pages.length * MIN_SHARE);
  const isFurniture = (line: PdfLine) =>
    (PAGE_NUMBER.test(line.text.trim()) && (pages.length > 1 || /\D/u.test(line.text.trim()))) ||
    (line.text.length <= LONGEST && (counts.get(keyOf(line)) ?? 0) >= enough);
  const furniture = new Set<PdfLine>();
  for (const page of pages) {
    const byHeight = page.toSorted((a, b) => b.y - a.y);
    // From the edges inwards up to the first line of text.
    for (const line of takeWhile(byHeight, isFurniture)) furniture.add(line);
    for (const line of takeWhile(byHeight.toReversed(), isFurniture)) furniture.add(line);
  }
  return { lines: pages.map(page => page.filter(line => !furniture.has(line))), furniture: [...furniture] };
}

function takeWhile(lines: readonly PdfLine[], wanted: (line: PdfLine) => boolean): PdfLine[] {
  const end = lines.slice(0, EDGE_LINES).findIndex(line => !wanted(line));
  return lines.slice(0, end < 0 ? EDGE_LINES : end);
}

/** The highest and lowest lines; they come first and last in the file only as a rule. */
function edges(page: readonly PdfLine[]): PdfLine[] {
  const byHeight = page.toSorted((a, b) => b.y - a.y);
  return [...byHeight.slice(0, EDGE_LINES), ...byHeight.slice(-EDGE_LINES)];
}

/** Same words at the same height, whatever the number of the page. */
function keyOf(line: PdfLine): string {
  return `${Math.round(line.y / 4)} ${line.text.replaceAll(/\d+/gu, '#').replaceAll(/\s+/gu, '')}`;
}
