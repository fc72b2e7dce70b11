import { CLOSES, classAt, isClosing, isPause, isSpace, OPENS, SPACE, skipTo, unitTable } from '../text/charClass.ts';
import type { Span } from '../text/span.ts';
import { ATOM_NUMBERS, atomsOf, DEPTH, depthOf, EDGE, MAY_TRIM } from './atoms.ts';

/** Items of one sentence that stand beside each other with the same separator: «稳就业、稳金融、稳预期». */
export interface ItemList {
  readonly separator: Separator;
  readonly items: readonly Item[];
  /** «、» and «，» count alike; whether «，» stands behind each item. Only for runs of equal length: 有令不行、有禁不止，拉帮结派. */
  readonly commas?: readonly boolean[];
}

export interface Item extends Span {
  readonly text: string;
}

export type Separator = '、' | '，' | '；';

const CONJUNCTIONS: readonly string[] = ['以及', '和', '与'];
/** «也是…» after «是…»: connectives that no member begins with, and what they stand before. */
const CONNECTIVES = '也更又还而并且';
const AFTER_CONNECTIVE = '是要有能让为最在以把对';
/** Whether a unit is a connective, or begins a conjunction: most items have none, and need no look at the words. */
const CONNECTIVE = 1;
const JOINS = 2;
const CLASSES = unitTable([
  [CONNECTIVES, CONNECTIVE],
  [CONJUNCTIONS.map(word => word[0]).join(''), JOINS],
]);

/** By the depth of what they separate. */
const SEPARATORS: readonly Separator[] = ['、', '，', '；'];
const LEAST_MIXED = 4;

/**
 * The lists of the sentence `span` at all three depths: what «、» joins inside a clause, what «，» joins inside a part, what «；»
 * joins; quotations hold lists of their own. «：» and the starts in `barriers` (enumerators; 1 for every such offset) end a list.
 * Only lists of two items and more. O(length).
 */
export function itemLists(text: string, span: Span, barriers?: Uint8Array): ItemList[] {
  const lists: ItemList[] = [];
  addLists(lists, text, span, barriers);
  return lists;
}

function addLists(lists: ItemList[], text: string, span: Span, barriers: Uint8Array | undefined): void {
  const inner: Span[] = [];
  const atoms = atomsOf(text, span, barriers, inner);
  if (atoms.length > ATOM_NUMBERS) {
    let depths = 0;
    for (let i = DEPTH; i < atoms.length; i += ATOM_NUMBERS) depths |= 1 << atoms[i]!;
    for (let depth = 0; depth < EDGE; depth++) if (depths & (1 << depth)) addListsOf(lists, text, atoms, depth);
    if ((depths & 3) === 3) addMixedLists(lists, text, atoms);
  }
  for (const quotation of inner) addLists(lists, text, quotation, barriers);
}

/**
 * The list the caret `end` stands at the end of: all items are finished, the last mark stands right before the caret.
 * `undefined` unless that mark is «、», «，» or «；».
 */
export function listBefore(text: string, span: Span): ItemList | undefined {
  let last = span.end - 1;
  while (last >= span.start && (isClosing(text[last]!) || isSpace(text[last]!))) last--;
  const depth = last < span.start || !isPause(text[last]!) ? EDGE : depthOf(text[last]!);
  if (depth === EDGE) return undefined;
  const lists: ItemList[] = [];
  addListsOf(lists, text, atomsOf(text, { start: span.start, end: last + 1 }), depth, 1);
  return lists.at(-1);
}

/** Adds the lists that the separator of `depth` joins, of `least` items and more. */
function addListsOf(lists: ItemList[], text: string, atoms: readonly number[], depth: number, least = 2): void {
  const separator = SEPARATORS[depth]!;
  const isClause = depth > 0 && least > 1;
  let items: Item[] = [];
  // Where the item at hand begins, and whether one of its atoms may hold what is to be trimmed.
  let start = -1;
  let mayTrim = 0;
  for (let i = 0; i < atoms.length; i += ATOM_NUMBERS) {
    if (start < 0) start = atoms[i]!;
    mayTrim |= atoms[i + MAY_TRIM]!;
    const mark = atoms[i + DEPTH]!;
    if (mark < depth) continue;
    // What no mark of this depth is before nor behind makes no list.
    if (mark === depth || items.length + 1 >= least)
      items.push(trimmed(text, start, atoms[i + 1]!, mayTrim !== 0, isClause));
    start = -1;
    mayTrim = 0;
    if (mark === depth) continue;
    if (items.length >= least) lists.push({ separator, items: depth === 0 ? splitConjunction(text, items) : items });
    items = [];
  }
  if (items.length >= least) lists.push({ separator, items: depth === 0 ? splitConjunction(text, items) : items });
}

/** What «、» and «，» join alike, where there are both, and where there may be a run. */
function addMixedLists(lists: ItemList[], text: string, atoms: readonly number[]): void {
  let from = 0;
  let commaCount = 0;
  for (let to = ATOM_NUMBERS; to <= atoms.length; to += ATOM_NUMBERS) {
    const mark = atoms[to - ATOM_NUMBERS + DEPTH]!;
    if (mark <= 1 && to < atoms.length) {
      commaCount += mark;
      continue;
    }
    const markCount = (to - from) / ATOM_NUMBERS - 1;
    if (markCount + 1 >= LEAST_MIXED && commaCount > 0 && commaCount < markCount && mayHoldRun(atoms, from, to)) {
      const items: Item[] = [];
      const commas: boolean[] = [];
      for (let i = from; i < to; i += ATOM_NUMBERS) {
        items.push(trimmed(text, atoms[i]!, atoms[i + 1]!, atoms[i + MAY_TRIM] !== 0, false));
        commas.push(atoms[i + DEPTH] === 1);
      }
      lists.push({ separator: '，', items, commas });
    }
    from = to;
    commaCount = 0;
  }
}

/** Whether all but one of `LEAST_MIXED` atoms side by side may be items of three or four units: only those are looked for in mixed lists. */
function mayHoldRun(atoms: readonly number[], from: number, to: number): boolean {
  let short = 0;
  for (let i = from; i < to; i += ATOM_NUMBERS) {
    const length = atoms[i + 1]! - atoms[i]!;
    short = atoms[i + MAY_TRIM] !== 0 || length === 3 || length === 4 ? short + 1 : 0;
    if (short === LEAST_MIXED - 1) return true;
  }
  return false;
}

/** Quotes and brackets that the item does not both open and close are left outside: «“有利则争» → «有利则争», «他利则拖”的现象» → «他利则拖». */
function trimmed(text: string, from: number, to: number, mayTrim: boolean, isClause: boolean): Item {
  let start = from;
  let end = to;
  while (start < end && (classAt(text, start) & SPACE || text[start] === '*')) start++;
  if (mayTrim) {
    for (let at = skipTo(OPENS | CLOSES, text, start, end); at < end; at = skipTo(OPENS | CLOSES, text, at + 1, end)) {
      if (classAt(text, at) & OPENS) {
        const close = skipTo(CLOSES, text, at + 1, end);
        if (close === end) start = at + 1;
        else at = close;
      } else if (text[at] !== '"') {
        end = at;
      }
    }
    while (end > start && classAt(text, end - 1) & SPACE) end--;
  }
  if (isClause && beginsWithConnective(text, start)) start++;
  return { start, end, text: text.slice(start, end) };
}

function beginsWithConnective(text: string, at: number): boolean {
  return (CLASSES[text.charCodeAt(at)]! & CONNECTIVE) !== 0 && AFTER_CONNECTIVE.includes(text[at + 1] ?? '\0');
}

/** «奉献精神、担当精神和创新精神»: «和» joins the last two members where both halves are as long as the item before. */
function splitConjunction(text: string, items: readonly Item[]): readonly Item[] {
  const last = items.at(-1);
  const before = items.at(-2);
  if (!last || !before || !mayBeJoined(last.text)) return items;
  for (const word of CONJUNCTIONS) {
    const at = last.text.indexOf(word, 1);
    if (at < 0 || items.slice(0, -1).some(item => item.text.includes(word))) continue;
    const rest = last.text.length - at - word.length;
    // The first item may carry a governing head, so that only later ones tell the length.
    const length = items.length > 2 ? before.text.length : at;
    const isAlike = Math.abs(at - length) <= 1 || last.text[at - 1] === before.text.at(-1);
    if (at < 2 || !isAlike || rest < Math.min(at - 1, 2)) continue;
    const cut = last.start + at;
    return [
      ...items.slice(0, -1),
      { start: last.start, end: cut, text: text.slice(last.start, cut) },
      { start: cut + word.length, end: last.end, text: text.slice(cut + word.length, last.end) },
    ];
  }
  return items;
}

function mayBeJoined(text: string): boolean {
  for (let at = 1; at < text.length; at++) if ((CLASSES[text.charCodeAt(at)]! & JOINS) !== 0) return true;
  return false;
}
