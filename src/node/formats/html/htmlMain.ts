import { isFurnitureHead, isFurnitureLine } from './htmlFurniture.ts';
import type { HtmlBlock, HtmlPage } from './htmlPage.ts';

/** The part of a page that is its article. */
export interface MainPart {
  /** Node that holds the article. */
  readonly node: number;
  /** By node: nothing in it belongs to the article. */
  readonly dropped: Uint8Array;
}

/** The article holds at least this share of the prose of a page. */
const MAIN_SHARE = 0.7;
/** What has furniture written over it may still be the article, if it holds more than this share of the prose. */
const FURNITURE_SHARE = 0.3;
/** Names are believed if what they leave is at least this share of the prose. */
const TRUSTED_SHARE = 0.5;
/** A part that consists of links by more than this share lists other pages. */
const LINK_SHARE = 0.55;
const PROSE_MARK = /[，。；！？、：]/;
/** Leaves of the tree, in which an article is never contained. */
const LEAVES = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'dt', 'caption', 'figcaption']);

/**
 * Finds the article by where prose is dense: unlinked text with punctuation weighs, links and short labels do not. Lists
 * of links and what is named or headed as furniture drop out first; then down from the root into the part that holds most.
 */
export function findMainPart(page: HtmlPage): MainPart {
  const blocks = page.events.flatMap(event => ('block' in event ? [event.block] : []));
  const weights = sums(page, blocks, weight);
  const part = (byName: boolean) => {
    const dropped = findFurniture(page, blocks, weights, byName);
    return { dropped, kept: sums(page, blocks, block => (dropped[block.node] === 1 ? 0 : weight(block))) };
  };
  const strict = part(true);
  // Where the names of furniture take most of the prose away, this page uses them for something else.
  const { dropped, kept } = strict.kept[0]! >= weights[0]! * TRUSTED_SHARE ? strict : part(false);
  return { node: densest(page, kept), dropped };
}

/** By node: it lists links, or is named or headed as furniture, or stands in such a node. */
function findFurniture(
  page: HtmlPage,
  blocks: readonly HtmlBlock[],
  weights: Float64Array,
  byName: boolean,
): Uint8Array {
  const { nodes } = page;
  const lengths = sums(page, blocks, block => block.text.length);
  const linked = sums(page, blocks, block => block.linked);
  const largest = weights[0]! * FURNITURE_SHARE;
  const dropped = new Uint8Array(nodes.length);
  for (const { text, node } of blocks) {
    if (!isFurnitureHead(text)) continue;
    const around = headedBy(page, node);
    if (weights[around]! <= largest) dropped[around] = 1;
  }
  for (let node = 1; node < nodes.length; node++) {
    const isMinor = weights[node]! <= largest;
    const isLinks = linked[node]! > lengths[node]! * LINK_SHARE;
    const isNamed = byName && nodes[node]!.hint;
    if (dropped[nodes[node]!.parent] === 1 || (isMinor && (isLinks || isNamed))) dropped[node] = 1;
  }
  return dropped;
}

/** Prose counts in full, labels and captions hardly, links and lines about the page not at all. */
function weight(block: HtmlBlock): number {
  if (isFurnitureLine(block.text)) return 0;
  const unlinked = block.text.length - block.linked;
  return PROSE_MARK.test(block.text) ? unlinked : unlinked / 10;
}

/** The block around a head and its list: `<div><h2>推荐阅读</h2><ul>…</ul></div>` → the `div`. */
function headedBy(page: HtmlPage, node: number): number {
  const { tag, parent } = page.nodes[node]!;
  return /^h\d|p|dt$/.test(tag) && parent > 0 ? parent : node;
}

function densest(page: HtmlPage, weights: Float64Array): number {
  const { nodes } = page;
  const heaviest = new Int32Array(nodes.length).fill(-1);
  for (let node = 1; node < nodes.length; node++) {
    const { parent, tag } = nodes[node]!;
    if (LEAVES.has(tag)) continue;
    if (heaviest[parent]! < 0 || weights[node]! > weights[heaviest[parent]!]!) heaviest[parent] = node;
  }
  const needed = weights[0]! * MAIN_SHARE;
  let node = 0;
  for (let next = heaviest[0]!; next >= 0 && weights[next]! > 0 && weights[next]! >= needed; next = heaviest[next]!)
    node = next;
  return node;
}

/** `value` of all blocks in each node, summed up from the leaves. */
function sums(page: HtmlPage, blocks: readonly HtmlBlock[], value: (block: HtmlBlock) => number): Float64Array {
  const out = new Float64Array(page.nodes.length);
  for (const block of blocks) out[block.node]! += value(block);
  for (let node = page.nodes.length - 1; node > 0; node--) out[page.nodes[node]!.parent]! += out[node]!;
  return out;
}
