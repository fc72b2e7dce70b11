import { type FormatText, formatText } from '../common/formatText.ts';
import { TextBlocks } from '../common/textBlocks.ts';
import { tidyText } from '../common/tidyText.ts';
import { isFurnitureLine } from './htmlFurniture.ts';
import { findMainPart, type MainPart } from './htmlMain.ts';
import { type HtmlBlock, type HtmlPage, parsePage } from './htmlPage.ts';
import { findPageTitle, isSubtitle, squeeze } from './htmlTitle.ts';

export { sniffHtmlCharset } from './htmlCharset.ts';

/** Tables in tables deeper than this lay out, whatever else; flattening them costs nothing. */
const MAX_TABLES = 20;
/** Where a title that opens the article is looked for. */
const HEAD_LINES = 4;
const LONGEST_MARK = 40;
/** A link of this length with a full stop in it is no reference. */
const LINKED_PROSE = 40;
const LABELLED = /^(?:[（(]?[\d一二三四五六七八九十①-⑳]{1,3}[)）.、．]|[①-⑳]|第[\d一二三四五六七八九十百]+[条章节])/u;

/**
 * Title and article of a decoded page, without navigation, advertising, footers and all that is hidden.
 * `<nav>…</nav><h1>讲话</h1><div><p>同志们：</p><p>今天……</p></div>` → «讲话\n同志们：\n今天……».
 */
export function readHtml(html: string): FormatText {
  const page = withLinksJudged(parsePage(html));
  const main = findMainPart(page);
  const article = articleText(page, main);
  const { title, at } = findPageTitle(page, blocksOf(page));
  const head = headLines(page, main, at);
  const opening = article.split('\n', HEAD_LINES).map(squeeze);
  const lines = head.filter(line => !opening.includes(squeeze(line)));
  const text = tidyText([...lines, article].filter(part => part !== '').join('\n'));
  return formatText({ text, title: text === '' ? undefined : title, margins: marksOutside(page, text).join('\n') });
}

/** Lines of the page that are not in `text` and may be a mark of secrecy. */
function marksOutside(page: HtmlPage, text: string): string[] {
  const inside = new Set(text.split('\n').map(squeeze));
  return blocksOf(page)
    .filter(block => block.linked === 0 && block.text.length <= LONGEST_MARK && block.text.includes('密'))
    .map(block => block.text)
    .filter(line => !inside.has(squeeze(line)));
}

/** A link that is never closed swallows the rest of the page; where prose is found only in links they count as text. */
function withLinksJudged(page: HtmlPage): HtmlPage {
  let linked = 0;
  let unlinked = 0;
  for (const { text, linked: inLinks } of blocksOf(page)) {
    if (inLinks < text.length / 2) unlinked += text.length;
    else if (text.length >= LINKED_PROSE && text.includes('。')) linked += text.length;
  }
  if (linked <= unlinked * 3) return page;
  return {
    ...page,
    events: page.events.map(event => ('block' in event ? { block: { ...event.block, linked: 0 } } : event)),
  };
}

function blocksOf(page: HtmlPage): HtmlBlock[] {
  return page.events.flatMap(event => ('block' in event ? [event.block] : []));
}

/** The title and what belongs to it, where they stand above the article. */
function headLines(page: HtmlPage, main: MainPart, at: number): string[] {
  const blocks = blocksOf(page);
  const title = blocks[at];
  if (title === undefined) return [];
  const start = page.nodes[main.node]!.start;
  const first = page.events.findIndex((event, i) => i >= start && 'block' in event);
  const end = first < 0 ? 0 : blocks.indexOf((page.events[first] as { block: HtmlBlock }).block);
  const lines = [title.text];
  for (let i = at + 1; i < end; i++) {
    const block = blocks[i]!;
    if (main.dropped[block.node] === 0 && isSubtitle(page, block)) lines.push(block.text);
  }
  return lines.map(line => line.trim());
}

/** Numbers that stand alone count pages, unless they fill a table. */
function isText({ text, linked }: HtmlBlock, inTable: boolean): boolean {
  if (linked > text.length / 2) return false;
  return !isFurnitureLine(text) || (inTable && /^[\d.,%‰\s-]+$/.test(text));
}

function articleText(page: HtmlPage, { node, dropped }: MainPart): string {
  const out = new TextBlocks();
  const { start, end } = page.nodes[node]!;
  let tables = 0;
  let label = '';
  for (let i = start; i < end; i++) {
    const event = page.events[i]!;
    if ('open' in event) {
      if (dropped[event.open] === 1) {
        i = page.nodes[event.open]!.end - 1;
        continue;
      }
      const { tag } = page.nodes[event.open]!;
      if (tag === 'table') tables++;
      else if (tag === 'tr' && tables <= MAX_TABLES) out.startRow();
      else if ((tag === 'td' || tag === 'th') && tables <= MAX_TABLES) out.startCell();
      else if (tag === 'li') label = page.nodes[event.open]!.label;
    } else if ('close' in event) {
      const { tag } = page.nodes[event.close]!;
      if (tag === 'table') tables--;
      else if (tag === 'tr' && tables <= MAX_TABLES) out.endRow();
      else if ((tag === 'td' || tag === 'th') && tables <= MAX_TABLES) out.endCell();
    } else if (isText(event.block, tables > 0)) {
      const { text } = event.block;
      out.add(label === '' || LABELLED.test(text.trim()) ? text : label + text.trimStart());
      label = '';
    }
  }
  return out.text();
}
