import { HeadTitle } from './headTitle.ts';
import { OdtLists } from './odtLists.ts';
import type { OdtStyles } from './odtStyles.ts';
import { TextBlocks } from './textBlocks.ts';
import { type Attributes, readXml, skipping, type XmlHandler } from './xml.ts';

/** Nothing in these is part of the document as it reads. */
const SKIPPED = new Set([
  'office:annotation',
  'office:automatic-styles',
  'office:event-listeners',
  'office:font-face-decls',
  'office:forms',
  'office:scripts',
  'draw:glue-point',
  'table:covered-table-cell',
  'table:shapes',
  'text:hidden-text',
  'text:note-citation',
  'text:placeholder',
  'text:ruby-text',
  'text:script',
  'text:table-of-content',
  'text:tracked-changes',
]);
const MAX_BLANKS = 1000;

interface Paragraph {
  readonly label: string;
  readonly style: string | undefined;
  text: string;
  /** Last unit of `text`: asking the growing text for it takes time with its length. */
  last: string;
  hidden: boolean;
  readonly asides: string[];
  readonly spans: boolean[];
}

export interface OdtText {
  readonly blocks: TextBlocks;
  /** Paragraphs in the style «Title» at the head of the document. */
  readonly title: string | undefined;
}

/** Paragraphs, lists, tables, text boxes and notes of content.xml. */
export function readOdtBody(xml: Uint8Array, styles: OdtStyles): OdtText {
  const blocks = new TextBlocks();
  const lists = new OdtLists(styles);
  const paragraphs: Paragraph[] = [];
  const path: string[] = [];
  const notes: string[] = [];
  const title = new HeadTitle();

  function write(text: string): void {
    const paragraph = paragraphs.at(-1);
    if (paragraph === undefined || paragraph.spans.at(-1) === true || text === '') return;
    paragraph.text += text;
    paragraph.last = text.at(-1)!;
  }

  /** Line ends and runs of blanks in the file are one blank; where blanks count there is `text:s`. */
  function writeText(text: string): void {
    const paragraph = paragraphs.at(-1);
    if (paragraph === undefined || !PARAGRAPH_CONTENT.test(path.at(-1) ?? '')) return;
    const collapsed = text.replaceAll(/[ \t\r\n]+/g, ' ');
    write(/[ \t\n]/.test(paragraph.last) && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed);
  }

  function endParagraph(): void {
    const { label, style, text, hidden, asides } = paragraphs.pop()!;
    if (!hidden && text.trim() !== '') {
      blocks.add(label + (label === '' ? text : text.trimStart()));
      title.add(text, paragraphs.length === 0 && styles.isTitle(style));
    }
    for (const line of asides) blocks.add(line);
  }

  const handler: Required<XmlHandler> = {
    open(name, attributes) {
      path.push(name);
      const style = attributes['style-name'];
      const paragraph = paragraphs.at(-1);
      switch (name) {
        case 'text:p':
        case 'text:h': {
          // A paragraph in a paragraph is that of a drawing or a note in it.
          if (paragraph !== undefined) blocks.startAside();
          const hidden = styles.isHidden('paragraph', style);
          const label = hidden ? '' : lists.label(style, name === 'text:h' ? attributes : undefined);
          paragraphs.push({ label, style, text: '', last: '\n', hidden: false, asides: [], spans: [hidden] });
          break;
        }
        case 'text:span':
          paragraph?.spans.push(paragraph.spans.at(-1) === true || styles.isHidden('text', style));
          break;
        case 'text:hidden-paragraph':
          if (paragraph !== undefined && attributes['is-hidden'] !== 'false') paragraph.hidden = true;
          break;
        case 'text:s':
          write(' '.repeat(Math.min(MAX_BLANKS, Number.parseInt(attributes['c'] ?? '1', 10) || 1)));
          break;
        case 'text:tab':
          write('\t');
          break;
        case 'text:line-break':
          write('\n');
          break;
        case 'text:list':
          lists.startList(attributes);
          break;
        case 'text:list-item':
        case 'text:list-header':
          lists.startItem(name, attributes);
          break;
        case 'table:table-row':
          blocks.startRow();
          break;
        case 'table:table-cell':
          blocks.startCell();
          break;
        default:
      }
    },
    text: writeText,
    close(name) {
      path.pop();
      if (name === 'text:p' || name === 'text:h') {
        endParagraph();
        const host = paragraphs.at(-1);
        if (host === undefined) return;
        const target = path.includes('text:note-body') ? notes : host.asides;
        for (const line of blocks.endAside()) target.push(line);
      } else if (name === 'text:span') paragraphs.at(-1)?.spans.pop();
      else if (name === 'text:list') lists.endList();
      else if (name === 'table:table-cell') blocks.endCell();
      else if (name === 'table:table-row') blocks.endRow();
    },
  };
  readXml(xml, skipping(isSkipped, handler));
  for (const line of notes) blocks.add(line);
  return { blocks, title: title.text };
}

function isSkipped(name: string, attributes: Attributes): boolean {
  return SKIPPED.has(name) || (name === 'text:section' && attributes['display'] === 'none');
}

/** Elements that hold text to read: paragraphs, spans, links and fields of all kinds; not descriptions of drawings. */
const PARAGRAPH_CONTENT = /^text:/;
