import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

export type HtmlAttributes = Readonly<Record<string, string>>;

export interface HtmlHandler {
  open(tag: string, attributes: HtmlAttributes): void;
  text(text: string): void;
  close(tag: string): void;
}

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));
const VOID = set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr',
);
const CLOSES_P = set(
  'address article aside blockquote center details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr main nav ol p pre section table ul',
);
const P = set('p');
const CELLS = set('td th');
const ITEMS = set('dd dt');
/** Elements that end where another begins, by that other: `<li>一<li>二`. */
const CLOSES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['li', set('li')],
  ['td', CELLS],
  ['th', CELLS],
  ['tr', set('tr td th')],
  ['tbody', set('thead tbody tr td th')],
  ['tfoot', set('thead tbody tr td th')],
  ['dd', ITEMS],
  ['dt', ITEMS],
  ['a', set('a')],
  ['option', set('option')],
  ['body', set('head')],
]);

/**
 * Tags and text of a page, every open tag closed in the end. The tokenizer is htmlparser2's; its tree builder is not used, as
 * it searches all open elements for each closing tag: 50,000 of each took 13 s.
 */
export function readTags(html: string, handler: HtmlHandler): void {
  const tokenizer = new Tokenizer({ decodeEntities: true }, new TagReader(html, handler));
  tokenizer.write(html);
  tokenizer.end();
}

/** Takes what the tokenizer finds in a page, as offsets. */
class TagReader implements TokenizerCallbacks {
  readonly #html: string;
  readonly #handler: HtmlHandler;
  readonly #elements: OpenElements;
  /** The tag that is being read, with its attributes so far. */
  #tag = '';
  #attributes: Record<string, string> = {};
  #attribute = '';
  #value = '';

  constructor(html: string, handler: HtmlHandler) {
    this.#html = html;
    this.#handler = handler;
    this.#elements = new OpenElements(handler);
  }

  ontext(from: number, to: number): void {
    this.#handler.text(this.#html.slice(from, to));
  }
  ontextentity(point: number): void {
    this.#handler.text(String.fromCodePoint(point));
  }

  onopentagname(from: number, to: number): void {
    this.#tag = this.#name(from, to);
    this.#attributes = Object.create(null);
  }
  onattribname(from: number, to: number): void {
    this.#attribute = this.#name(from, to);
    this.#value = '';
  }
  onattribdata(from: number, to: number): void {
    this.#value += this.#html.slice(from, to);
  }
  onattribentity(point: number): void {
    this.#value += String.fromCodePoint(point);
  }
  onattribend(): void {
    this.#attributes[this.#attribute] ??= this.#value;
  }

  onopentagend(): void {
    this.#elements.open(this.#tag, this.#attributes, false);
  }
  onselfclosingtag(): void {
    this.#elements.open(this.#tag, this.#attributes, this.#elements.areForeign);
  }
  onclosetag(from: number, to: number): void {
    this.#elements.close(this.#name(from, to));
  }
  onend(): void {
    this.#elements.closeAll();
  }
  isInForeignContext(): boolean {
    return this.#elements.areForeign;
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}

  #name(from: number, to: number): string {
    return this.#html.slice(from, to).toLowerCase();
  }
}

/** The open elements of a page. Tells the handler of each that opens and closes, also of those that HTML closes by itself. */
class OpenElements {
  readonly #handler: HtmlHandler;
  /** Tags of the open elements, outermost first. */
  readonly #tags: string[] = [];
  /** How many elements of each tag are open. */
  readonly #count = new Map<string, number>();

  constructor(handler: HtmlHandler) {
    this.#handler = handler;
  }

  /** Whether an SVG or MathML element is open, within which any element may close itself. */
  get areForeign(): boolean {
    return this.#has('svg') || this.#has('math');
  }

  open(tag: string, attributes: HtmlAttributes, isClosed: boolean): void {
    const closes = CLOSES.get(tag) ?? (CLOSES_P.has(tag) ? P : undefined);
    while (closes?.has(this.#tags.at(-1) ?? '') === true) this.#closeLast();
    this.#handler.open(tag, attributes);
    this.#tags.push(tag);
    this.#count.set(tag, (this.#count.get(tag) ?? 0) + 1);
    if (isClosed || VOID.has(tag)) this.#closeLast();
  }

  /** Closes the innermost element of this tag with all within it. Without one, `</br>` is a line break, and others are ignored. */
  close(tag: string): void {
    if (!this.#has(tag)) {
      if (tag === 'br') this.#handler.open(tag, {});
      if (tag === 'br') this.#handler.close(tag);
      return;
    }
    while (this.#tags.at(-1) !== tag) this.#closeLast();
    this.#closeLast();
  }

  closeAll(): void {
    while (this.#tags.length > 0) this.#closeLast();
  }

  #closeLast(): void {
    const tag = this.#tags.pop()!;
    this.#count.set(tag, this.#count.get(tag)! - 1);
    this.#handler.close(tag);
  }

  #has(tag: string): boolean {
    return (this.#count.get(tag) ?? 0) > 0;
  }
}
