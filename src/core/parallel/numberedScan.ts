import { classAt, NEWLINE, PAUSE, STOP, skipTo } from '../text/charClass.ts';
import { isBlankLine, skipBlanks } from '../text/lines.ts';
import { markerAt, markerStart, markerStartBehind } from './markerAt.ts';
import type { Marker, Place } from './markers.ts';
import { afterPlainParagraph, continued, leftTooEarly, mayBegin, nestingFor } from './numberedNesting.ts';
import type { NumberedSeries } from './numberedSeries.ts';

/** The result of a scan: the series that are open at its end, outermost first, and all series in the order of their first members. */
export interface NumberedScan {
  readonly series: readonly NumberedSeries[];
  readonly open: readonly NumberedSeries[];
  /** Number of paragraphs read, including the last one. */
  readonly paragraphs: number;
}

/** Classes of the marks that a marker may follow. */
const MARKS = NEWLINE | STOP | PAUSE;
const NOTHING_READ: NumberedScan = { series: [], open: [], paragraphs: 1 };

/**
 * All numbered series of `text.slice(0, end)`, nested by a stack: «（二）» closes the 一要 … 三要 inside （一）,
 * «二、» closes them all, an appeal at the end of a speech closes everything. One pass, O(n).
 * @param from what has been read: the scan of the lines before `from.lineStart`, which is left as it is
 */
export function scanNumbered(
  text: string,
  end: number = text.length,
  from: { readonly scan: NumberedScan; readonly lineStart: number } = { scan: NOTHING_READ, lineStart: 0 },
): NumberedScan {
  return new NumberedReader(text, end, from.scan, from.lineStart).read();
}

/** One pass over a text. */
class NumberedReader {
  readonly #text: string;
  readonly #end: number;
  readonly #series: NumberedSeries[];
  /** The open series, outermost first. */
  #open: NumberedSeries[];
  /** Index of the paragraph that is being read. */
  #paragraph: number;
  #lineStart: number;

  constructor(text: string, end: number, read: NumberedScan, lineStart: number) {
    const { series, open } = takenUp(read, end);
    this.#text = text;
    this.#end = end;
    this.#series = series;
    this.#open = open;
    this.#paragraph = read.paragraphs - 1;
    this.#lineStart = lineStart;
  }

  read(): NumberedScan {
    const text = this.#text;
    const end = this.#end;
    this.#beginLine(this.#lineStart);
    for (let at = skipTo(MARKS, text, this.#lineStart, end); at < end; at = skipTo(MARKS, text, at + 1, end)) {
      if (classAt(text, at) === NEWLINE) {
        this.#paragraph += isBlankLine(text, this.#lineStart, at) ? 0 : 1;
        this.#lineStart = at + 1;
        this.#beginLine(this.#lineStart);
      } else this.#readBehind(at);
    }
    return { series: this.#series, open: this.#open, paragraphs: this.#paragraph + 1 };
  }

  #beginLine(start: number): void {
    const at = markerStart(this.#text, start, 'line');
    if (at >= this.#end || this.#text[at] === '\n') return;
    const marker = markerAt(this.#text, at, 'line');
    if (marker && this.#accept(marker)) return;
    this.#closeTo(afterPlainParagraph(this.#text, start, this.#open, this.#paragraph), start);
  }

  /** Reads a marker behind the mark at `at` and the closing marks after it. */
  #readBehind(at: number): void {
    const text = this.#text;
    const mark = text[at];
    const place: Place = mark === '、' || mark === '，' || mark === ',' ? 'clause' : 'sentence';
    const start = markerStartBehind(text, at, place);
    if (start >= this.#end || start <= this.#lineStart) return;
    const marker = markerAt(text, start, place);
    if (marker && marker.end <= this.#end) this.#accept(marker);
  }

  /** Adds a marker to the series that it continues, or begins a series with it. @returns false if it does neither */
  #accept(marker: Marker): boolean {
    const from = marker.place === 'line' ? this.#lineStart : marker.start;
    const bodyStart = skipBlanks(this.#text, marker.end, this.#end);
    const member = { marker, bodyStart, paragraph: this.#paragraph };
    const index = continued(this.#open, marker, this.#paragraph);
    if (index >= 0) {
      this.#closeTo(index + 1, from);
      this.#open[index]!.members.push(member);
      return true;
    }
    const left = marker.place === 'line' ? leftTooEarly(this.#series, this.#open, marker) : undefined;
    if (left) {
      this.#closeTo(left.parent ? this.#open.indexOf(left.parent) + 1 : 0, from);
      left.members.push(member);
      left.end = this.#end;
      this.#open.push(left);
      return true;
    }
    if (!mayBegin(marker)) return false;
    this.#closeTo(nestingFor(this.#open, marker, this.#paragraph), from);
    const series = { style: marker.style, members: [member], parent: this.#open.at(-1), end: this.#end };
    this.#series.push(series);
    this.#open.push(series);
    return true;
  }

  #closeTo(size: number, at: number): void {
    for (const series of this.#open.slice(size)) series.end = at;
    this.#open = this.#open.slice(0, size);
  }
}

/** The series of a scan of the beginning of a text, to be continued up to `end`. */
function takenUp({ series, open }: NumberedScan, end: number): { series: NumberedSeries[]; open: NumberedSeries[] } {
  const copies = new Map<NumberedSeries, NumberedSeries>();
  for (const one of series) {
    copies.set(one, { ...one, members: [...one.members], parent: one.parent && copies.get(one.parent) });
  }
  const stillOpen = open.map(one => copies.get(one)!);
  for (const one of stillOpen) one.end = end;
  return { series: [...copies.values()], open: stillOpen };
}
