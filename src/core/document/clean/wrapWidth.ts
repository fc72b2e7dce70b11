import type { Span } from '../../text/span.ts';
import { SENTENCE_END } from './characters.ts';

/** A text with fewer full lines than this is too short to tell a wrap from a paragraph. */
const MIN_LINES = 8;
/** Full lines differ by a few columns: a mark may not start a line, a word of Latin letters moves down whole. */
const SLACK = 3;
/** No page is set narrower or wider, counted in ideographs. */
const NARROWEST = 15;
const WIDEST = 80;
/** Share of lines that may stick out, such as an address: where more do, it was a writer who broke the lines. */
const MAX_LONGER = 0.05;

/** The fixed width at which the lines of a text were broken. */
export interface WrapWidth {
  /** Whether the line `[start, end)` of `text` reaches the width, so that the next one continues it. */
  isFull(text: string, start: number, end: number): boolean;
}

type Measure = (text: string, start: number, end: number) => number;

/**
 * `undefined` for a text with a paragraph a line. Hard-wrapped text shows by its lines: many end mid-sentence,
 * nearly all of those have the same width, in characters or in columns, and hardly any line is wider. (Headings that
 * match each other word for word have one width too, but the paragraphs under them are wider.)
 */
export function wrapWidth(text: string): WrapWidth | undefined {
  const lines = linesOf(text);
  const open = openLines(text, lines);
  if (open.length < MIN_LINES) return undefined;
  const indented = /\n[ \t\u3000]+[^\s]/u.test(text);
  for (const measure of [characters, columns]) {
    const full = commonest(open.map(line => measure(text, line.start, line.end)));
    if (full === undefined) continue;
    const longer = lines.filter(line => measure(text, line.start, line.end) > full + SLACK).length;
    if (longer > lines.length * MAX_LONGER) continue;
    return {
      isFull: (text, start, end) =>
        measure(text, start, end) >= full - SLACK && (indented || !SENTENCE_END.test(text.slice(end - 3, end))),
    };
  }
  return undefined;
}

function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (end > start) lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

/** Lines that end mid-sentence; none if they are so few that they are just titles and signatures. */
function openLines(text: string, lines: readonly Span[]): Span[] {
  const open = lines.filter(
    ({ start, end }) => end - start <= WIDEST * 2 && /[^。！？；：:;!?”）)\s]/u.test(text[end - 1] ?? ''),
  );
  return open.length < lines.length * 0.3 ? [] : open;
}

/** The width that (with a little slack) nearly all have, if there is one. */
function commonest(widths: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const width of widths) {
    if (width >= NARROWEST && width <= WIDEST) counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let best: number | undefined;
  let bestCount = 0;
  for (const width of counts.keys()) {
    let count = 0;
    for (let w = width - SLACK; w <= width; w++) count += counts.get(w) ?? 0;
    if (count > bestCount || (count === bestCount && best !== undefined && width < best)) {
      best = width;
      bestCount = count;
    }
  }
  return bestCount >= widths.length * 0.7 ? best : undefined;
}

const characters: Measure = (_text, start, end) => end - start;

/** Width in ideographs; ASCII is half as wide, as in a text editor. */
const columns: Measure = (text, start, end) => {
  let halves = 0;
  for (let i = start; i < end; i++) halves += text.charCodeAt(i) < 0x80 ? 1 : 2;
  return Math.round(halves / 2);
};
