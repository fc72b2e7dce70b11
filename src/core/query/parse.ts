import { fullWidth } from '../text/fullWidth.ts';
import { type Element, MAX_GAPS, MAX_GROUPS, MAX_QUERY, type Pattern, QueryError } from './pattern.ts';
import { variablePlaces } from './variables.ts';

/**
 * Reads a query: `该(~)的\1` is text, group of a gap, text, back-reference. The grammar is in DESIGN.md.
 * @param query not empty
 * @throws QueryError
 */
export function parseQuery(query: string): Pattern {
  const parser = new Parser(query);
  const pattern = parser.parse();
  const isPlain = pattern.every(({ kind }) => kind === 'text');
  if (query.length > MAX_QUERY && !isPlain) throw new QueryError(MAX_QUERY, `查询太长：最多${MAX_QUERY}个字`);
  checkGaps(pattern, query);
  checkSomethingToFind(pattern, query);
  return pattern;
}

class Parser {
  readonly #query: string;
  readonly #variables: ReadonlySet<number>;
  readonly #elements: Element[] = [];
  /** Text read so far: `#typed` is still to be written as the corpus writes it, `#text` is as meant. */
  #text = '';
  #typed = '';
  /** Where the group that is open began. */
  #open: number | undefined;
  #groups = 0;
  readonly #seen = new Set<string>();

  constructor(query: string) {
    this.#query = query;
    this.#variables = variablePlaces(query);
  }

  parse(): Pattern {
    for (let at = 0; at < this.#query.length; ) at = this.#element(at);
    if (this.#open !== undefined) throw problem(this.#open, this.#query, '没有配对的“)”');
    this.#endText();
    return this.#elements;
  }

  /** Reads what begins at `at`; returns where it ends. */
  #element(at: number): number {
    const unit = this.#query[at]!;
    switch (unit) {
      case '~':
        return this.#add({ kind: 'gap' }, at);
      case '?':
        return this.#add({ kind: 'character' }, at);
      case '(':
        return this.#openGroup(at);
      case ')':
        return this.#closeGroup(at);
      case '\\':
        return this.#escaped(at);
      case '"':
        return this.#quoted(at);
      default:
        if (this.#variables.has(at)) return this.#variable(at);
        this.#typed += unit;
        return at + 1;
    }
  }

  #add(element: Element, at: number): number {
    this.#endText();
    this.#elements.push(element);
    return at + 1;
  }

  #openGroup(at: number): number {
    if (this.#open !== undefined) throw problem(at, this.#query, '在另一个括号里面，括号不能套括号');
    if (this.#groups === MAX_GROUPS) throw problem(at, this.#query, `是第${MAX_GROUPS + 1}个，括号最多${MAX_GROUPS}个`);
    this.#open = at;
    this.#groups++;
    return this.#add({ kind: 'open', group: this.#groups }, at);
  }

  #closeGroup(at: number): number {
    if (this.#open === undefined) throw problem(at, this.#query, '前面没有“(”');
    this.#endText();
    if (this.#elements.at(-1)!.kind === 'open') throw problem(this.#open, this.#query, '里面是空的');
    this.#open = undefined;
    return this.#add({ kind: 'close', group: this.#groups }, at);
  }

  #escaped(at: number): number {
    const next = this.#query[at + 1];
    if (next === undefined) throw problem(at, this.#query, '后面要有一个数字或符号');
    if (next < '0' || next > '9') {
      this.#takeAsMeant(next);
      return at + 2;
    }
    const group = Number(next);
    const closed = this.#open === undefined ? this.#groups : this.#groups - 1;
    if (group === 0 || group > closed) throw problem(at, this.#query, `所指的第${group}个括号在它前面还没有`);
    this.#add({ kind: 'back', group }, at);
    return at + 2;
  }

  #quoted(at: number): number {
    const end = this.#query.indexOf('"', at + 1);
    if (end < 0) throw problem(at, this.#query, '没有配对的引号');
    this.#takeAsMeant(this.#query.slice(at + 1, end));
    return end + 1;
  }

  #variable(at: number): number {
    const letter = this.#query[at]!;
    const isFirst = !this.#seen.has(letter);
    this.#seen.add(letter);
    return this.#add({ kind: 'variable', letter: letter.charCodeAt(0) - FIRST_LETTER, isFirst }, at);
  }

  #takeAsMeant(text: string): void {
    this.#text += fullWidth(this.#typed) + text;
    this.#typed = '';
  }

  #endText(): void {
    this.#takeAsMeant('');
    if (this.#text !== '') this.#elements.push({ kind: 'text', text: this.#text });
    this.#text = '';
  }
}

const FIRST_LETTER = 'A'.charCodeAt(0);

function checkGaps(pattern: Pattern, query: string): void {
  let gaps = 0;
  let last: Element | undefined;
  for (const element of pattern) {
    if (element.kind === 'open' || element.kind === 'close') continue;
    if (element.kind === 'gap') {
      if (last?.kind === 'gap') throw new QueryError(query.indexOf('~'), '两个“~”不能相连：一个“~”已经是一字到十二字');
      if (++gaps > MAX_GAPS) throw new QueryError(query.lastIndexOf('~'), `“~”最多${MAX_GAPS}个`);
    }
    last = element;
  }
}

function checkSomethingToFind(pattern: Pattern, query: string): void {
  const isCertain = pattern.some(element => element.kind === 'text' || element.kind === 'back');
  const repeats = pattern.some(element => element.kind === 'variable' && !element.isFirst);
  if (!isCertain && !repeats) throw new QueryError(0, `“${query}”里没有一个确定的字，什么都能对上`);
}

function problem(at: number, query: string, what: string): QueryError {
  return new QueryError(at, `第${at + 1}个字“${query[at]!}”${what}`);
}
