import type { Span } from '../document/span.ts';
import {
  CLOSES,
  classAt,
  DIGIT,
  isClosing,
  isPause,
  isSpace,
  NEWLINE,
  OPENS,
  PAUSE,
  SPACE,
  STOP,
  skipTo,
} from '../structure/charClass.ts';

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

/** «、» joins inside what «，» joins, that inside what «；» joins; a list never runs over an `EDGE`. */
const SEPARATORS: readonly Separator[] = ['、', '，', '；'];
const EDGE = 3;
const LEAST_MIXED = 4;
/** What a list outside them does not look into, by their closing marks. */
const ENCLOSED: Readonly<Record<string, string>> = { '“': '”', '（': '）', '(': ')', '《': '》' };

/**
 * The lists of the sentence `span` at all three depths: what «、» joins inside a clause, what «，» joins inside a part, what «；»
 * joins; quotations hold lists of their own. «：» and the starts in `barriers` (enumerators; 1 for every such offset) end a list.
 * Only lists of two items and more. O(length).
 */
export function itemLists(text: string, span: Span, barriers?: Uint8Array): ItemList[] {
  const inner: Span[] = [];
  const atoms = atomsOf(text, span, barriers, inner);
  const lists: ItemList[] = [];
  for (let depth = 0; depth < EDGE; depth++) if (holdsDepth(atoms, depth)) lists.push(...listsOf(text, atoms, depth));
  if (holdsDepth(atoms, 0) && holdsDepth(atoms, 1)) lists.push(...mixedLists(text, atoms));
  for (const quotation of inner) lists.push(...itemLists(text, quotation, barriers));
  return lists;
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
  return listsOf(text, atomsOf(text, { start: span.start, end: last + 1 }), depth, 1).at(-1);
}

/**
 * The stretches without pauses: start, end, and the depth of what the mark behind separates, in turn. Numbers in one row, as
 * every clause of a corpus makes three of them. Pauses inside quotations and brackets that close in `span` do not count; the
 * insides of the quotations go to `inner`.
 */
function atomsOf(text: string, span: Span, barriers?: Uint8Array, inner?: Span[]): number[] {
  const atoms: number[] = [];
  let start = span.start;
  const push = (end: number, depth: number, next: number): void => {
    if (end > start) atoms.push(start, end, depth);
    start = next;
  };
  for (let at = span.start; at < span.end; at++) {
    const unit = classAt(text, at);
    if (barriers?.[at] === 1 && at > start) push(at, EDGE, at);
    if ((unit & (STOP | NEWLINE | PAUSE | OPENS)) === 0) continue;
    if (unit & OPENS) {
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
  const open = text[at]!;
  const closing = ENCLOSED[open];
  if (closing === undefined) return -1;
  for (let to = skipTo(OPENS | CLOSES, text, at + 1, end); to < end; to = skipTo(OPENS | CLOSES, text, to + 1, end)) {
    if (text[to] === closing) return to;
    if (text[to] === open) return -1;
  }
  return -1;
}

function holdsPause(text: string, start: number, end: number): boolean {
  return skipTo(PAUSE, text, start, end) < end;
}

function holdsDepth(atoms: readonly number[], depth: number): boolean {
  for (let i = 2; i < atoms.length; i += 3) if (atoms[i] === depth) return true;
  return false;
}

/** The lists that the separator of `depth` joins, of `least` items and more. */
function listsOf(text: string, atoms: readonly number[], depth: number, least = 2): ItemList[] {
  const separator = SEPARATORS[depth]!;
  const lists: ItemList[] = [];
  let ends: number[] = [];
  const flush = (): void => {
    if (ends.length >= 2 * least) {
      const items: Item[] = [];
      for (let i = 0; i < ends.length; i += 2)
        items.push(trimmed(text, ends[i]!, ends[i + 1]!, depth > 0 && least > 1));
      lists.push({ separator, items: depth === 0 ? splitConjunction(text, items) : items });
    }
    ends = [];
  };
  let start = -1;
  for (let i = 0; i < atoms.length; i += 3) {
    if (start < 0) start = atoms[i]!;
    const mark = atoms[i + 2]!;
    if (mark < depth) continue;
    ends.push(start, atoms[i + 1]!);
    start = -1;
    if (mark > depth) flush();
  }
  flush();
  return lists;
}

/** What «、» and «，» join alike, where there are both. */
function mixedLists(text: string, atoms: readonly number[]): ItemList[] {
  const lists: ItemList[] = [];
  let from = 0;
  let commaCount = 0;
  for (let to = 3; to <= atoms.length; to += 3) {
    if (atoms[to - 1]! <= 1 && to < atoms.length) {
      commaCount += atoms[to - 1]!;
      continue;
    }
    const markCount = (to - from) / 3 - 1;
    if (markCount + 1 >= LEAST_MIXED && commaCount > 0 && commaCount < markCount) {
      const items: Item[] = [];
      const commas: boolean[] = [];
      for (let i = from; i < to; i += 3) {
        items.push(trimmed(text, atoms[i]!, atoms[i + 1]!, false));
        commas.push(atoms[i + 2] === 1);
      }
      lists.push({ separator: '，', items, commas });
    }
    from = to;
    commaCount = 0;
  }
  return lists;
}

/** Quotes and brackets that the item does not both open and close are left outside: «“有利则争» → «有利则争», «他利则拖”的现象» → «他利则拖». */
function trimmed(text: string, from: number, to: number, isClause: boolean): Item {
  let start = from;
  let end = to;
  while (start < end && (classAt(text, start) & SPACE || text[start] === '*')) start++;
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
  if (isClause && CONNECTIVES.includes(text[start]!) && AFTER_CONNECTIVE.includes(text[start + 1] ?? '\0')) start++;
  return { start, end, text: text.slice(start, end) };
}

/** «奉献精神、担当精神和创新精神»: «和» joins the last two members where both halves are as long as the item before. */
function splitConjunction(text: string, items: readonly Item[]): readonly Item[] {
  const last = items.at(-1);
  const before = items.at(-2);
  if (!last || !before) return items;
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

function depthOf(pause: string): number {
  if (pause === '、') return 0;
  if (pause === '，' || pause === ',') return 1;
  return pause === '；' || pause === ';' ? 2 : EDGE;
}

function betweenDigits(text: string, pause: number): boolean {
  return ',:'.includes(text[pause]!) && (classAt(text, pause - 1) & classAt(text, pause + 1) & DIGIT) !== 0;
}
