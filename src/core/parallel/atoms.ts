import { CLOSES, classAt, classOf, DIGIT, NEWLINE, OPENS, PAUSE, SPACE, STOP, skipTo } from '../text/charClass.ts';
import type { Span } from '../text/span.ts';

/**
 * The depth of a border that no list crosses. The other depths are those of marks: «、» joins items inside what «，» joins, and «，» inside
 * what «；» joins.
 */
export const EDGE = 3;
/** The marks, opening and closing, around text that the list outside does not look into. */
const ENCLOSED = '“”（）()《》';

/** The classes of units that end an atom, or may end one. */
const MARKS = STOP | NEWLINE | PAUSE | OPENS;
/** The classes of units that `trimmed` looks for. */
const TRIMMED = OPENS | CLOSES | SPACE;

/**
 * Each atom takes this many numbers: its start, its end, the depth at which the mark behind it separates, and whether it may contain units
 * that `trimmed` looks for.
 */
export const ATOM_NUMBERS = 4;
export const DEPTH = 2;
export const MAY_TRIM = 3;

/**
 * The stretches without pauses, `ATOM_NUMBERS` numbers each in one array, since every clause of a corpus makes one. Pauses inside
 * quotations and brackets that close within `span` do not count; the insides of the quotations are added to `inner`.
 */
export function atomsOf(text: string, span: Span, barriers?: Uint8Array, inner?: Span[]): number[] {
  const atoms: number[] = [];
  // Where the atom at hand begins, and the classes of its units.
  let start = span.start;
  let seen = 0;
  for (let at = span.start; at < span.end; at++) {
    if (barriers?.[at] === 1 && at > start) {
      atoms.push(start, at, EDGE, seen & TRIMMED);
      start = at;
      seen = 0;
    }
    const unit = classOf(text.charCodeAt(at));
    if ((unit & MARKS) === 0) {
      seen |= unit;
      continue;
    }
    let end = at;
    let depth = EDGE;
    if (unit & OPENS) {
      seen |= unit;
      const close = inner ? closeOf(text, at, span.end) : -1;
      if (close < 0) continue;
      const isQuotation = text[at] === '“';
      if (isQuotation && holdsPause(text, at + 1, close)) inner!.push({ start: at + 1, end: close });
      at = close;
      // “水十条”“土十条”: quotations side by side are items without a mark between them.
      if (!isQuotation || text[close + 1] !== '“') continue;
      end = close + 1;
      depth = 0;
    } else if (unit === PAUSE) {
      if (betweenDigits(text, at)) continue;
      if (barriers?.[at + 1] !== 1) depth = depthOf(text[at]!);
    }
    if (end > start) atoms.push(start, end, depth, seen & TRIMMED);
    start = at + 1;
    seen = 0;
  }
  if (span.end > start) atoms.push(start, span.end, EDGE, seen & TRIMMED);
  return atoms;
}

/**
 * Where the mark that opens at `at` closes; -1 if the mark is not one of `ENCLOSED`, if it is opened again before it closes, or if it is
 * still open at `end`.
 */
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

/** The depth at which a pause separates. */
export function depthOf(pause: string): number {
  if (pause === '、') return 0;
  if (pause === '，' || pause === ',') return 1;
  return pause === '；' || pause === ';' ? 2 : EDGE;
}

function betweenDigits(text: string, pause: number): boolean {
  return ',:'.includes(text[pause]!) && (classAt(text, pause - 1) & classAt(text, pause + 1) & DIGIT) !== 0;
}
