import { furnitureHint } from './htmlFurniture.ts';
import { HtmlListCounter } from './htmlLists.ts';
import { normalizeSpace } from './htmlSpace.ts';
import { type HtmlAttributes, type HtmlHandler, readTags } from './htmlTags.ts';

/** An element that makes a block of its own; inline elements are part of the text around them. */
export interface HtmlNode {
  readonly tag: string;
  /** Index in {@link HtmlPage.nodes}; -1 for the root. */
  readonly parent: number;
  /** Class, id or role say that this is navigation, sharing, advertising or the like. */
  readonly hint: boolean;
  /** Label of a list item: «1.», «». */
  readonly label: string;
  /** Range in {@link HtmlPage.events}. */
  readonly start: number;
  end: number;
}

/** A stretch of text between two block boundaries. */
export interface HtmlBlock {
  readonly text: string;
  /** How many of its characters stand in links. */
  readonly linked: number;
  readonly node: number;
}

export type HtmlEvent = { readonly open: number } | { readonly close: number } | { readonly block: HtmlBlock };

export interface HtmlPage {
  /** Parents stand before their children. */
  readonly nodes: readonly HtmlNode[];
  readonly events: readonly HtmlEvent[];
  /** Content of `<title>`. */
  readonly title: string;
  /** Title of the article as the page states it for machines. */
  readonly metaTitle: string;
}

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td ' +
    'tfoot th thead tr ul'
  ).split(' '),
);
const UNSEEN = new Set(
  (
    'script style noscript template iframe object embed applet svg canvas select textarea button datalist audio video ' +
    'math rt rp del nav footer aside noframes'
  ).split(' '),
);
const META_TITLES = new Set(['og:title', 'articletitle', 'twitter:title']);

interface OpenElement {
  readonly block: number;
  readonly isLink: boolean;
  readonly isUnseen: boolean;
  readonly list: HtmlListCounter | undefined;
}

/** A page as blocks in their order, without what no reader sees. Nesting of any depth takes linear time. */
export function parsePage(html: string): HtmlPage {
  const page = new PageBuilder();
  readTags(html, page);
  return page.finish();
}

class PageBuilder implements HtmlHandler {
  readonly #nodes: HtmlNode[] = [{ tag: '', parent: -1, hint: false, label: '', start: 0, end: 0 }];
  readonly #events: HtmlEvent[] = [];
  readonly #open: OpenElement[] = [];
  /** Indexes in `#nodes` of the open blocks, outermost first. */
  readonly #blocks: number[] = [0];
  /** Text since the last block boundary, and how much of it stands in links. */
  #text = '';
  #linked = 0;
  /** How many links, unseen elements and `<pre>` are open. */
  #links = 0;
  #unseen = 0;
  #pre = 0;
  #isInTitle = false;
  #title = '';
  #metaTitle = '';

  open(tag: string, attributes: HtmlAttributes): void {
    if (tag === 'title') this.#isInTitle = this.#title === '';
    if (tag === 'meta') this.#readMeta(attributes);
    const style = (attributes['style'] ?? '').toLowerCase();
    const isUnseen = UNSEEN.has(tag) || (tag !== 'body' && tag !== 'html' && isHidden(attributes, style));
    const isBlock = BLOCKS.has(tag) || /display\s*:\s*block/.test(style);
    const isLink = tag === 'a' && attributes['href'] !== undefined;
    if (isUnseen) this.#unseen++;
    if (isLink) this.#links++;
    if (tag === 'pre') this.#pre++;
    const block = isBlock && this.#unseen === 0 ? this.#openBlock(tag, attributes) : -1;
    if (tag === 'br' && this.#unseen === 0) this.#endBlock();
    this.#open.push({ block, isLink, isUnseen, list: tag === 'ol' ? new HtmlListCounter(attributes) : undefined });
  }

  text(data: string): void {
    if (this.#isInTitle) this.#title += data;
    else if (this.#unseen === 0) {
      this.#text += data;
      if (this.#links > 0) this.#linked += data.trim().length;
    }
  }

  close(tag: string): void {
    const element = this.#open.pop();
    if (tag === 'title') this.#isInTitle = false;
    if (element === undefined) return;
    if (element.isUnseen) this.#unseen--;
    if (element.isLink) this.#links--;
    if (element.block >= 0) this.#closeBlock(element.block);
    if (tag === 'pre') this.#pre--;
  }

  /** To be called at the end of the page. */
  finish(): HtmlPage {
    this.#endBlock();
    this.#nodes[0]!.end = this.#events.length;
    const title = normalizeSpace(this.#title, false).replaceAll('\n', ' ');
    return { nodes: this.#nodes, events: this.#events, title, metaTitle: this.#metaTitle };
  }

  #readMeta(attributes: HtmlAttributes): void {
    const name = (attributes['property'] ?? attributes['name'] ?? '').toLowerCase();
    if (META_TITLES.has(name) && this.#metaTitle === '') this.#metaTitle = (attributes['content'] ?? '').trim();
  }

  #openBlock(tag: string, attributes: HtmlAttributes): number {
    this.#endBlock();
    const index = this.#nodes.length;
    const parent = this.#blocks.at(-1)!;
    const label = tag === 'li' ? (this.#open.at(-1)?.list?.next(attributes) ?? '') : '';
    const at = this.#events.length;
    this.#nodes.push({ tag, parent, hint: furnitureHint(attributes), label, start: at, end: at });
    this.#events.push({ open: index });
    this.#blocks.push(index);
    return index;
  }

  #closeBlock(index: number): void {
    this.#endBlock();
    this.#blocks.pop();
    this.#events.push({ close: index });
    this.#nodes[index]!.end = this.#events.length;
  }

  /** Turns the text since the last boundary into blocks, one for each of its lines. */
  #endBlock(): void {
    const lines = this.#text === '' ? [] : normalizeSpace(this.#text, this.#pre > 0).split('\n');
    for (const text of lines.filter(line => line !== '')) {
      const linked = Math.min(text.length, this.#linked);
      this.#events.push({ block: { text, linked, node: this.#blocks.at(-1)! } });
    }
    this.#text = '';
    this.#linked = 0;
  }
}

/** `visibility:hidden` is no hiding: WeChat puts it on every article until its script has run. */
function isHidden(attributes: HtmlAttributes, style: string): boolean {
  return attributes['hidden'] !== undefined || /display\s*:\s*none/.test(style);
}
