import { isName } from '../common/statedTitle.ts';
import { isFurnitureLine } from './htmlFurniture.ts';
import type { HtmlBlock, HtmlPage } from './htmlPage.ts';

const SHORTEST = 4;
const LONGEST = 120;
/** «标题_栏目_站名», «标题--文化--人民网»: names of sites follow the title. */
const SITE_SEPARATOR = /\s*(?:_|\||--+|-| - |——人民网|·)\s*/u;
/** What belongs to a title though it stands under it: «——在全市……会议上的讲话», «（2024年1月5日）». */
const SUBTITLE = /^(?:[—－-]{1,3}\s*\p{Script=Han}|[（(]\s*(?:\d{4}|[二一][〇○零一二三四五六七八九]{3})\s*年)/u;
const HEADING = /^h[1-6]$/;

export interface PageTitle {
  readonly title: string | undefined;
  /** Position of the title among the blocks of the page; -1 if it stands nowhere in it. */
  readonly at: number;
}

/**
 * The title as it stands on the page: the block that `<title>` begins with or the page states for machines, headings first.
 * «某市召开会议_某区_某网» → «某市召开会议».
 */
export function findPageTitle(page: HtmlPage, blocks: readonly HtmlBlock[]): PageTitle {
  const stated = [page.metaTitle, page.title].map(squeeze).filter(title => title.length >= SHORTEST);
  let best: { readonly at: number; readonly score: number } | undefined;
  blocks.forEach((block, at) => {
    const text = squeeze(block.text);
    if (text.length < SHORTEST || text.length > LONGEST || isFurnitureLine(block.text)) return;
    if (!stated.some(title => title.startsWith(text) || text.startsWith(title))) return;
    const score = text.length + (HEADING.test(page.nodes[block.node]!.tag) ? 1000 : 0) - (block.linked > 0 ? 500 : 0);
    if (best === undefined || score > best.score) best = { at, score };
  });
  if (best !== undefined) return { title: blocks[best.at]!.text.trim().replace(/[，,；;。]$/u, ''), at: best.at };
  const at = blocks.findIndex(({ node, text }) => page.nodes[node]!.tag === 'h1' && text.length >= SHORTEST);
  if (at >= 0 && blocks[at]!.linked === 0) return { title: blocks[at]!.text.trim(), at };
  const bare = page.metaTitle === '' ? (page.title.split(SITE_SEPARATOR)[0] ?? '').trim() : page.metaTitle;
  return { title: bare.length >= SHORTEST && isName(bare) ? bare : undefined, at: -1 };
}

/** Whether a block between title and article belongs to the title. */
export function isSubtitle(page: HtmlPage, block: HtmlBlock): boolean {
  if (block.linked > 0 || block.text.length > LONGEST || isFurnitureLine(block.text)) return false;
  return SUBTITLE.test(block.text.trim()) || HEADING.test(page.nodes[block.node]!.tag);
}

export function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
