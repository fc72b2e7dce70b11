import { HeadTitle } from '../common/headTitle.ts';
import { TextBlocks } from '../common/textBlocks.ts';
import { type Attributes, readXml, skipping, type XmlHandler } from '../common/xml.ts';
import { OdtLists } from './odtLists.ts';
import type { OdtStyles } from './odtStyles.ts';

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

/** The text of content.xml: paragraphs, lists, tables, text boxes and notes. */
export function readOdtBody(xml: Uint8Array, styles: OdtStyles): OdtText {
  const body = new OdtBody(styles);
  readXml(xml, skipping(isSkipped, body));
  return body.finish();
}

/** Collects the text of a document from the elements of its content.xml. */
class OdtBody implements Required<XmlHandler> {
  readonly #styles: OdtStyles;
  readonly #lists: OdtLists;
  readonly #blocks = new TextBlocks();
  readonly #title = new HeadTitle();
  /** Names of the open elements, outermost first. */
  readonly #path: string[] = [];
  /** The open paragraphs: one within another belongs to a drawing or a note in it. */
  readonly #paragraphs: Paragraph[] = [];
  readonly #notes: string[] = [];

  constructor(styles: OdtStyles) {
    this.#styles = styles;
    this.#lists = new OdtLists(styles);
  }

  open(name: string, attributes: Attributes): void {
    this.#path.push(name);
    const paragraph = this.#paragraphs.at(-1);
    switch (name) {
      case 'text:p':
      case 'text:h':
        this.#startParagraph(name, attributes);
        break;
      case 'text:span':
        paragraph?.spans.push(this.#isHidden('text', attributes) ?? paragraph.spans.at(-1) ?? false);
        break;
      case 'text:hidden-paragraph':
        if (paragraph !== undefined && attributes['is-hidden'] !== 'false') paragraph.hidden = true;
        break;
      case 'text:s':
        this.#write(' '.repeat(Math.min(MAX_BLANKS, Number.parseInt(attributes['c'] ?? '1', 10) || 1)));
        break;
      case 'text:tab':
        this.#write('\t');
        break;
      case 'text:line-break':
        this.#write('\n');
        break;
      case 'text:list':
        this.#lists.startList(attributes);
        break;
      case 'text:list-item':
      case 'text:list-header':
        this.#lists.startItem(name, attributes);
        break;
      case 'table:table-row':
        this.#blocks.startRow();
        break;
      case 'table:table-cell':
        this.#blocks.startCell();
        break;
      default:
    }
  }

  /** Line ends and runs of blanks in the file are one blank; where blanks count there is `text:s`. */
  text(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined || !PARAGRAPH_CONTENT.test(this.#path.at(-1) ?? '')) return;
    const collapsed = text.replaceAll(/[ \t\r\n]+/g, ' ');
    this.#write(/[ \t\n]/.test(paragraph.last) && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed);
  }

  close(name: string): void {
    this.#path.pop();
    if (name === 'text:p' || name === 'text:h') this.#endParagraph();
    else if (name === 'text:span') this.#paragraphs.at(-1)?.spans.pop();
    else if (name === 'text:list') this.#lists.endList();
    else if (name === 'table:table-cell') this.#blocks.endCell();
    else if (name === 'table:table-row') this.#blocks.endRow();
  }

  /** To be called at the end of the document: the text, with the notes behind it. */
  finish(): OdtText {
    for (const line of this.#notes) this.#blocks.add(line);
    return { blocks: this.#blocks, title: this.#title.text };
  }

  #startParagraph(name: string, attributes: Attributes): void {
    if (this.#paragraphs.length > 0) this.#blocks.startAside();
    const style = attributes['style-name'];
    const hidden = this.#isHidden('paragraph', attributes) ?? false;
    const label = hidden ? '' : this.#lists.label(style, name === 'text:h' ? attributes : undefined);
    this.#paragraphs.push({ label, style, text: '', last: '\n', hidden: false, asides: [], spans: [hidden] });
  }

  #endParagraph(): void {
    const { label, style, text, hidden, asides } = this.#paragraphs.pop()!;
    if (!hidden && text.trim() !== '') {
      this.#blocks.add(label + (label === '' ? text : text.trimStart()));
      this.#title.add(text, this.#paragraphs.length === 0 && this.#styles.isTitle(style));
    }
    for (const line of asides) this.#blocks.add(line);
    const host = this.#paragraphs.at(-1);
    if (host === undefined) return;
    const target = this.#path.includes('text:note-body') ? this.#notes : host.asides;
    for (const line of this.#blocks.endAside()) target.push(line);
  }

  #write(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined || paragraph.spans.at(-1) === true || text === '') return;
    paragraph.text += text;
    paragraph.last = text.at(-1)!;
  }

  #isHidden(family: 'paragraph' | 'text', attributes: Attributes): boolean | undefined {
    return this.#styles.isHidden(family, attributes['style-name']);
  }
}

function isSkipped(name: string, attributes: Attributes): boolean {
  return SKIPPED.has(name) || (name === 'text:section' && attributes['display'] === 'none');
}

/** Elements that hold text to read: paragraphs, spans, links and fields of all kinds; not descriptions of drawings. */
const PARAGRAPH_CONTENT = /^text:/;
