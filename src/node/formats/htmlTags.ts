import { Tokenizer } from 'htmlparser2';

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
  const open: string[] = [];
  const count = new Map<string, number>();
  let tag = '';
  let attributes: Record<string, string> = {};
  let attribute = '';
  let value = '';

  function pop(): void {
    const name = open.pop()!;
    count.set(name, count.get(name)! - 1);
    handler.close(name);
  }

  function start(isClosed: boolean): void {
    const closes = CLOSES.get(tag) ?? (CLOSES_P.has(tag) ? P : undefined);
    while (closes?.has(open.at(-1) ?? '') === true) pop();
    handler.open(tag, attributes);
    open.push(tag);
    count.set(tag, (count.get(tag) ?? 0) + 1);
    if (isClosed || VOID.has(tag)) pop();
  }

  const isForeign = (): boolean => (count.get('svg') ?? 0) > 0 || (count.get('math') ?? 0) > 0;
  const ignore = (): void => {};
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (from, to) => handler.text(html.slice(from, to)),
      ontextentity: point => handler.text(String.fromCodePoint(point)),
      onopentagname(from, to) {
        tag = html.slice(from, to).toLowerCase();
        attributes = Object.create(null);
      },
      onattribname(from, to) {
        attribute = html.slice(from, to).toLowerCase();
        value = '';
      },
      onattribdata(from, to) {
        value += html.slice(from, to);
      },
      onattribentity(point) {
        value += String.fromCodePoint(point);
      },
      onattribend() {
        attributes[attribute] ??= value;
      },
      onopentagend: () => start(false),
      onselfclosingtag: () => start(isForeign()),
      onclosetag(from, to) {
        const name = html.slice(from, to).toLowerCase();
        if ((count.get(name) ?? 0) === 0) {
          if (name === 'br') handler.open(name, {});
          if (name === 'br') handler.close(name);
          return;
        }
        while (open.at(-1) !== name) pop();
        pop();
      },
      onend() {
        while (open.length > 0) pop();
      },
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      isInForeignContext: isForeign,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}
