import type { Span } from '../document/span.ts';
import { CLOSES, classAt, DIGIT, NEWLINE, OPENS, PAUSE, SPACE, STOP, skipTo } from '../structure/charClass.ts';

/** «、» joins inside what «，» joins, that inside what «；» joins; a list never runs over an `EDGE`. */
export const EDGE = 3;
/** What a list outside them does not look into, opening and closing. */
const ENCLOSED = '“”（）()《》';

/** Numbers an atom: start, end, depth of what the mark behind it separates, and whether it may hold what `trimmed` looks for. */
export const ATOM_NUMBERS = 4;
export const DEPTH = 2;
export const MAY_TRIM = 3;

/**
 * The stretches without pauses, `ATOM_NUMBERS` each in one row, as every clause of a corpus makes one. Pauses inside quotations and
 * brackets that close in `span` do not count; the insides of the quotations go to `inner`.
 */
export function atomsOf(text: string, span: Span, barriers?: Uint8Array, inner?: Span[]): number[] {
  const atoms: number[] = [];
  let start = span.start;
  let seen = 0;
  const push = (end: number, depth: number, next: number): void => {
    if (end > start) atoms.push(start, end, depth, seen & (OPENS | CLOSES | SPACE));
    start = next;
    seen = 0;
  };
  for (let at = span.start; at < span.end; at++) {
    if (barriers?.[at] === 1 && at > start) push(at, EDGE, at);
    const unit = classAt(text, at);
    if ((unit & (STOP | NEWLINE | PAUSE | OPENS)) === 0) {
      seen |= unit;
      continue;
    }
    if (unit & OPENS) {
      seen |= unit;
      const close = inner ? closeOf(text, at, span.end) : -1;
      if (close < 0) continue;
      if (text[at] === '“') {
        if (holdsPause(text, at + 1, close)) inner!.push({ start: at + 1, end: close });
        // “水十条”“土十条”: quotations side by side are items without a mark between them.
        if (text[close + 1] === '“') push(close + 1, 0, close + 1);
      }
      at = close;
    } else if (unit !== PAUSE) push(at, EDGE, at + 1);
    else if (!betweenDigits(text, at)) push(at, barriers?.[at + 1] === 1 ? EDGE : depthOf(text[at]!), at + 1);
  }
  push(span.end, EDGE, span.end);
  return atoms;
}

/** Where the mark that opens at `at` closes; -1 if it is none of `ENCLOSED`, is opened again before, or stays open up to `end`. */
function closeOf(text: string, at: number, end: number): number {
  const place = ENCLOSED.indexOf(text[at]!);
  if (place < 0 || place % 2 === 1) return -1;
  const open = ENCLOSED.charCodeAt(place);
  const closing = ENCLOSED.charCodeAt(place + 1);
  for (let to = skipTo(OPENS | CLOSES, text, at + 1, end); to < end; to = skipTo(OPENS | CLOSES, text, to + 1, end)) {
    if (text.charCodeAt(to) === closing) return to;
    if (text.charCodeAt(to) === open) return -1;
  }
  return -1;
}

function holdsPause(text: string, start: number, end: number): boolean {
  return skipTo(PAUSE, text, start, end) < end;
}

/** The depth of what a pause separates. */
export function depthOf(pause: string): number {
  if (pause === '、') return 0;
  if (pause === '，' || pause === ',') return 1;
  return pause === '；' || pause === ';' ? 2 : EDGE;
}

function betweenDigits(text: string, pause: number): boolean {
  return ',:'.includes(text[pause]!) && (classAt(text, pause - 1) & classAt(text, pause + 1) & DIGIT) !== 0;
}
