import type { Span } from '../document/span.ts';
import { isClosing, isOpening, isPause, isSpace, isStop } from '../structure/charClass.ts';

/** Items of one sentence that stand beside each other with the same separator: «稳就业、稳金融、稳预期». */
export interface ItemList {
  readonly separator: Separator;
  readonly items: readonly Item[];
}

export interface Item extends Span {
  readonly text: string;
}

export type Separator = '、' | '，' | '；';

const CONJUNCTIONS: readonly string[] = ['以及', '和', '与'];

interface Atom {
  readonly start: number;
  readonly end: number;
  /** The mark after it, full-width; `''` at the end of the sentence. */
  readonly mark: string;
}

/**
 * The lists of the sentence `span` at all three depths: what «、» joins inside a clause, what «，» joins inside a part, what «；»
 * joins. «：» and the starts in `barriers` (enumerators) end a list. Only lists of two items and more. O(length).
 */
export function itemLists(text: string, span: Span, barriers: ReadonlySet<number> = new Set()): ItemList[] {
  const atoms = atomsOf(text, span, barriers);
  return [
    ...listsOf(text, atoms, '、', '，；：|'),
    ...listsOf(text, atoms, '，', '；：|'),
    ...listsOf(text, atoms, '；', '：|'),
  ];
}

/**
 * The list the caret `end` stands at the end of: all items are finished, the last mark stands right before the caret.
 * `undefined` unless that mark is «、», «，» or «；».
 */
export function listBefore(text: string, span: Span): ItemList | undefined {
  let last = span.end - 1;
  while (last >= span.start && (isClosing(text[last]!) || isSpace(text[last]!))) last--;
  const separator = last < span.start ? '' : wide(text[last]!);
  if (separator !== '、' && separator !== '，' && separator !== '；') return undefined;
  const delimiters = separator === '、' ? '，；：|' : separator === '，' ? '；：|' : '：|';
  return listsOf(text, atomsOf(text, { start: span.start, end: last + 1 }, new Set()), separator, delimiters, 1).at(-1);
}

function atomsOf(text: string, span: Span, barriers: ReadonlySet<number>): Atom[] {
  const atoms: Atom[] = [];
  let start = span.start;
  const push = (end: number, mark: string, next: number): void => {
    if (end > start) atoms.push({ start, end, mark });
    start = next;
  };
  for (let at = span.start; at < span.end; at++) {
    const unit = text[at]!;
    if (barriers.has(at) && at > start) push(at, '|', at);
    if (isStop(unit) || unit === '\n') push(at, '|', at + 1);
    else if (isPause(unit) && !betweenDigits(text, at)) push(at, barriers.has(at + 1) ? '|' : wide(unit), at + 1);
  }
  push(span.end, '|', span.end);
  return atoms;
}

function listsOf(
  text: string,
  atoms: readonly Atom[],
  separator: Separator,
  delimiters: string,
  least = 2,
): ItemList[] {
  const lists: ItemList[] = [];
  let items: Item[] = [];
  let start = -1;
  const flush = (): void => {
    const split = separator === '、' ? splitConjunction(text, items) : items;
    if (split.length >= least) lists.push({ separator, items: split });
    items = [];
  };
  for (const atom of atoms) {
    if (start < 0) start = atom.start;
    if (atom.mark !== separator && !delimiters.includes(atom.mark)) continue;
    items.push(trimmed(text, start, atom.end));
    start = -1;
    if (atom.mark !== separator) flush();
  }
  flush();
  return lists;
}

/** Quotes and brackets that the item does not both open and close are left outside: «“有利则争» → «有利则争», «他利则拖”的现象» → «他利则拖». */
function trimmed(text: string, from: number, to: number): Item {
  let start = from;
  let end = to;
  while (start < end && (isSpace(text[start]!) || text[start] === '*')) start++;
  for (let at = start; at < end; at++) {
    const unit = text[at]!;
    if (isOpening(unit)) {
      const close = closingOf(text, at, end);
      if (close < 0) start = at + 1;
      else at = close;
    } else if (isClosing(unit) && unit !== '"') {
      end = at;
    }
  }
  while (end > start && isSpace(text[end - 1]!)) end--;
  return { start, end, text: text.slice(start, end) };
}

function closingOf(text: string, open: number, end: number): number {
  for (let at = open + 1; at < end; at++) if (isClosing(text[at]!)) return at;
  return -1;
}

/** «奉献精神、担当精神和创新精神»: «和» joins the last two members where both halves are as long as the item before. */
function splitConjunction(text: string, items: readonly Item[]): readonly Item[] {
  const last = items.at(-1);
  const before = items.at(-2);
  if (!last || !before) return items;
  for (const word of CONJUNCTIONS) {
    const at = last.text.indexOf(word, 1);
    if (at < 0) continue;
    const rest = last.text.length - at - word.length;
    // The first item may carry a governing head, so that only later ones tell the length.
    const length = items.length > 2 ? before.text.length : at;
    if (at < 2 || Math.abs(at - length) > 1 || rest < at - 1) continue;
    const cut = last.start + at;
    return [
      ...items.slice(0, -1),
      { start: last.start, end: cut, text: text.slice(last.start, cut) },
      { start: cut + word.length, end: last.end, text: text.slice(cut + word.length, last.end) },
    ];
  }
  return items;
}

function wide(unit: string): string {
  if (unit === ',') return '，';
  if (unit === ';') return '；';
  return unit === ':' ? '：' : unit;
}

function betweenDigits(text: string, at: number): boolean {
  return '.,:'.includes(text[at]!) && /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '');
}
