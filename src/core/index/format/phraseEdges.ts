// What stands at the edges of a stretch of text, and tells a phrase from a fragment.

import { CLOSES, classOf, classTable, HAN, NEWLINE, OPENS, PAUSE, SPACE, STOP } from '../../text/charClass.ts';
import { DOCUMENT_SEPARATOR } from './segmentFormat.ts';

/** The classes of units that mining tells apart. */
const IS_HAN = 1;
const SENTENCE_END = 2;
const EDGE = 4;
const SEMICOLON = '；'.charCodeAt(0);
const EDGES = PAUSE | STOP | NEWLINE | OPENS | CLOSES | SPACE;

/** The classes of each unit as bits, for one look-up in a table: mining asks some hundred times for each character of the corpus. */
const BITS = classTable(code => {
  const classes = classOf(code);
  const isEnd = code === DOCUMENT_SEPARATOR || code === SEMICOLON || (classes & (STOP | NEWLINE | SPACE)) !== 0;
  const isMark = code === DOCUMENT_SEPARATOR || (classes & EDGES) !== 0;
  return (classes & HAN ? IS_HAN : 0) | (isEnd ? SENTENCE_END : 0) | (isMark ? EDGE : 0);
});

/** Whether a clause may begin or end at the unit: it is a punctuation mark or a blank, or lies outside the text. */
export function isEdge(unit: number | undefined): boolean {
  return unit === undefined || (BITS[unit]! & EDGE) !== 0;
}

/** Whether the unit is a Chinese character. */
export function isHanUnit(unit: number): boolean {
  return (BITS[unit]! & IS_HAN) !== 0;
}

/** Whether the unit ends a sentence, a line or a document, so that no phrase goes on over it. */
export function endsSentence(unit: number): boolean {
  return (BITS[unit]! & SENTENCE_END) !== 0;
}

/** Of `places`, the share at which the unit `shift` units away is an edge. */
export function edgeShare(text: Uint16Array, places: Int32Array, shift: number): number {
  let edges = 0;
  for (const place of places) if (isEdge(text[place + shift])) edges++;
  return edges / places.length;
}

/**
 * How freely the units vary that stand `shift` units from `places`: their entropy, as a share of the greatest possible.
 * 0: always the same neighbour; 1: never the same twice. Each clause mark counts as a neighbour of its own, since
 * anything may stand beyond it (H. Feng et al., "Accessor variety criteria for Chinese word extraction", Computational
 * Linguistics 30, 2004).
 */
export function branching(text: Uint16Array, places: Int32Array, shift: number): number {
  if (places.length < 2) return 0;
  const counts = new Map<number, number>();
  let entropy = 0;
  const most = Math.log(places.length);
  for (const place of places) {
    const unit = text[place + shift];
    if (isEdge(unit)) entropy += most / places.length;
    else counts.set(unit!, (counts.get(unit!) ?? 0) + 1);
  }
  for (const count of counts.values()) entropy -= (count / places.length) * Math.log(count / places.length);
  return Math.min(1, entropy / most);
}

const PAIRS = new Map([
  ['“', '”'],
  ['（', '）'],
  ['《', '》'],
  ['‘', '’'],
]);
const CLOSERS = new Set(PAIRS.values());

/** Whether every quote and bracket of the stretch is opened and closed in it. */
export function isBalanced(text: Uint16Array, start: number, length: number): boolean {
  const expected: string[] = [];
  for (let i = start; i < start + length; i++) {
    const mark = String.fromCharCode(text[i]!);
    const closer = PAIRS.get(mark);
    if (closer !== undefined) expected.push(closer);
    else if (CLOSERS.has(mark) && expected.pop() !== mark) return false;
  }
  return expected.length === 0;
}
