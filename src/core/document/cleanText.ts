import type { Span } from '../text/span.ts';

/** What was done to a stretch of the raw text. Stable: shown by `jianggao import` and kept in tests. */
export type RepairKind =
  | 'furniture' // web furniture removed: «下一篇：…», «（第5/6页）»
  | 'pinyin-note' // «落實(shí)» → «落實»
  | 'byte-shift' // «域?qū)崿F(xiàn)» → «域實現»
  | 'traditional' // «實» → «实»
  | 'punctuation' // «,» → «，», straight quotes paired
  | 'whitespace' // indents, trailing blanks, table bars
  | 'join-line' // a line broken after «；» joined to the next
  | 'split-paragraph' // a lost paragraph break put back
  | 'front-matter' // YAML header taken out of the text
  | 'markup' // Markdown: «## 一、总体要求» → «一、总体要求»
  | 'compatibility'; // a look-alike code point: «⼀» U+2F00 → «一»

/** One change made between raw and clean text. Offsets are UTF-16 units of the decoded raw text. */
export interface Repair {
  readonly kind: RepairKind;
  readonly rawStart: number;
  readonly rawEnd: number;
  readonly before: string;
  readonly after: string;
}

/**
 * Maps clean offsets to raw offsets by runs, in ascending order and without gaps in the clean text.
 * Run `i` covers clean `[cleanStarts[i], cleanStarts[i + 1])` (the last one ends at the clean length).
 * If the run is as long in raw as in clean text, unit `k` of it maps to raw unit `k`;
 * otherwise every unit of it maps to the whole raw range `[rawStarts[i], rawEnds[i])`.
 */
export interface OffsetMap {
  readonly cleanStarts: readonly number[];
  readonly rawStarts: readonly number[];
  readonly rawEnds: readonly number[];
}

/** The text every later step works on: paragraphs separated by one `\n`, simplified, full-width punctuation. */
export interface CleanText {
  readonly text: string;
  readonly repairs: readonly Repair[];
  readonly offsets: OffsetMap;
}

/** Raw range that produced the non-empty clean `span`. */
export function toRawSpan(map: OffsetMap, cleanLength: number, span: Span): Span {
  const first = runAt(map, span.start);
  const last = runAt(map, span.end - 1);
  return {
    start: rawUnit(map, cleanLength, first, span.start).start,
    end: rawUnit(map, cleanLength, last, span.end - 1).end,
  };
}

function runAt(map: OffsetMap, offset: number): number {
  let low = 0;
  let high = map.cleanStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (map.cleanStarts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function rawUnit(map: OffsetMap, cleanLength: number, run: number, offset: number): Span {
  const cleanStart = map.cleanStarts[run]!;
  const cleanEnd = map.cleanStarts[run + 1] ?? cleanLength;
  const rawStart = map.rawStarts[run]!;
  const rawEnd = map.rawEnds[run]!;
  if (rawEnd - rawStart !== cleanEnd - cleanStart) return { start: rawStart, end: rawEnd };
  return { start: rawStart + (offset - cleanStart), end: rawStart + (offset - cleanStart) + 1 };
}
