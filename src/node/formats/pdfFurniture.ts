import type { PdfLine } from './pdfLines.ts';

/** Lines at the top and bottom of a page among which headers and footers are looked for. */
const EDGE_LINES = 3;
/** A header stands on so many pages at least, and on this share of them (left and right pages may differ). */
const MIN_PAGES = 3;
const MIN_SHARE = 0.3;
const LONGEST = 60;
const PAGE_NUMBER =
  /^(?:[-—–·\s]*[\d０-９]{1,4}[-—–·\s]*|第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4})$/u;

/** The pages without page numbers and without what repeats at their edges: «某市政府工作报告　第 3 页». */
export function withoutFurniture(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(edges(page).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const enough = Math.max(MIN_PAGES, pages.length * MIN_SHARE);
  return pages.map(page => {
    const edge = new Set(edges(page));
    const outermost = new Set([page.at(0), page.at(-1), ...extremes(page)]);
    return page.filter(line => {
      if (!edge.has(line)) return true;
      if (PAGE_NUMBER.test(line.text.trim())) return !outermost.has(line) || pages.length === 1;
      return line.text.length > LONGEST || (counts.get(keyOf(line)) ?? 0) < enough;
    });
  });
}

/** The highest and lowest lines; they come first and last in the file only as a rule. */
function edges(page: readonly PdfLine[]): PdfLine[] {
  const byHeight = page.toSorted((a, b) => b.y - a.y);
  return [...byHeight.slice(0, EDGE_LINES), ...byHeight.slice(-EDGE_LINES)];
}

function extremes(page: readonly PdfLine[]): PdfLine[] {
  const ys = page.map(line => line.y);
  const [top, bottom] = [Math.max(...ys), Math.min(...ys)];
  return page.filter(line => line.y === top || line.y === bottom);
}

/** Same words at the same height, whatever the number of the page. */
function keyOf(line: PdfLine): string {
  return `${Math.round(line.y / 4)} ${line.text.replaceAll(/\d+/gu, '#').replaceAll(/\s+/gu, '')}`;
}
