import { furnitureHint } from './htmlFurniture.ts';
import { HtmlListCounter } from './htmlLists.ts';
import { normalizeSpace } from './htmlSpace.ts';
import { type HtmlAttributes, readTags } from './htmlTags.ts';

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
  const nodes: HtmlNode[] = [{ tag: '', parent: -1, hint: false, label: '', start: 0, end: 0 }];
  const events: HtmlEvent[] = [];
  const open: OpenElement[] = [];
  const blocks: number[] = [0];
  let text = '';
  let linked = 0;
  let links = 0;
  let unseen = 0;
  let pre = 0;
  let inTitle = false;
  let title = '';
  let metaTitle = '';

  function flush(): void {
    const block = text === '' ? '' : normalizeSpace(text, pre > 0);
    for (const part of block === '' ? [] : block.split('\n')) {
      if (part === '') continue;
      events.push({ block: { text: part, linked: Math.min(part.length, linked), node: blocks.at(-1)! } });
    }
    text = '';
    linked = 0;
  }

  function openBlock(tag: string, attributes: HtmlAttributes): number {
    flush();
    const index = nodes.length;
    const label = tag === 'li' ? (open.at(-1)?.list?.next(attributes) ?? '') : '';
    nodes.push({
      tag,
      parent: blocks.at(-1)!,
      hint: furnitureHint(attributes),
      label,
      start: events.length,
      end: events.length,
    });
    events.push({ open: index });
    blocks.push(index);
    return index;
  }

  readTags(html, {
    open(tag, attributes) {
      if (tag === 'title') inTitle = title === '';
      if (tag === 'meta' && META_TITLES.has((attributes['property'] ?? attributes['name'] ?? '').toLowerCase())) {
        metaTitle = metaTitle === '' ? (attributes['content'] ?? '').trim() : metaTitle;
      }
      const style = (attributes['style'] ?? '').toLowerCase();
      const isUnseen = UNSEEN.has(tag) || (tag !== 'body' && tag !== 'html' && isHidden(attributes, style));
      const isBlock = BLOCKS.has(tag) || /display\s*:\s*block/.test(style);
      const isLink = tag === 'a' && attributes['href'] !== undefined;
      if (isUnseen) unseen++;
      if (isLink) links++;
      if (tag === 'pre') pre++;
      const block = isBlock && unseen === 0 ? openBlock(tag, attributes) : -1;
      if (tag === 'br' && unseen === 0) flush();
      open.push({ block, isLink, isUnseen, list: tag === 'ol' ? new HtmlListCounter(attributes) : undefined });
    },
    text(data) {
      if (inTitle) title += data;
      else if (unseen === 0) {
        text += data;
        if (links > 0) linked += data.trim().length;
      }
    },
    close(tag) {
      const element = open.pop();
      if (tag === 'title') inTitle = false;
      if (element === undefined) return;
      if (element.isUnseen) unseen--;
      if (element.isLink) links--;
      if (element.block >= 0) {
        flush();
        blocks.pop();
        events.push({ close: element.block });
        nodes[element.block]!.end = events.length;
      }
      if (tag === 'pre') pre--;
    },
  });
  flush();
  nodes[0]!.end = events.length;
  return { nodes, events, title: normalizeSpace(title, false).replaceAll('\n', ' '), metaTitle };
}

/** `visibility:hidden` is no hiding: WeChat puts it on every article until its script has run. */
function isHidden(attributes: HtmlAttributes, style: string): boolean {
  return attributes['hidden'] !== undefined || /display\s*:\s*none/.test(style);
}
