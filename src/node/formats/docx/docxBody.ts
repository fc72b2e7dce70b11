import { TextBlocks } from '../common/textBlocks.ts';
import { type Attributes, readXml, skipping, type XmlHandler } from '../common/xml.ts';
import type { DocxNumbering } from './docxNumbering.ts';
import { DocxParagraphs } from './docxParagraphs.ts';
import { type DocxStyles, isOn } from './docxStyles.ts';

export interface DocxText {
  readonly blocks: TextBlocks;
  /** Paragraphs in the style «Title» at the head of the document. */
  readonly title: string | undefined;
  /** Ids of the notes the text refers to, in order. */
  readonly footnotes: readonly string[];
  readonly endnotes: readonly string[];
}

/** Nothing in these is part of the document as it reads; `isSkipped` names others. */
const SKIPPED = new Set([
  'mc:Fallback',
  'w:rt',
  'w:instrText',
  'w:delText',
  'w:delInstrText',
  'w:rPrChange',
  'w:pPrChange',
  'w:sectPrChange',
  'w:tblPrChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:numberingChange',
  'w:sdtEndPr',
]);
/** Symbols of Wingdings that have a meaning in forms; other symbol fonts are decoration. */
const SYMBOLS: Readonly<Record<string, string>> = { F0A8: '□', F0FE: '☑', F0FD: '☒', F052: '☑', F0A3: '□' };

/**
 * Paragraphs, tables, text boxes and content controls of document.xml, footnotes.xml or endnotes.xml.
 * @param onlyNotes ids of the notes that are read; of a document there is none
 */
export function readDocxBody(
  xml: Uint8Array,
  styles: DocxStyles,
  numbering: DocxNumbering,
  onlyNotes: ReadonlySet<string> = new Set(),
): DocxText {
  const reader = new BodyReader(styles, numbering, onlyNotes);
  const isSkipped = (name: string, attributes: Attributes): boolean => reader.isSkipped(name, attributes);
  readXml(xml, skipping(isSkipped, reader));
  return reader.end();
}

/** Tells what the elements mean; the text is put together by `DocxParagraphs`. */
class BodyReader implements Required<XmlHandler> {
  readonly #onlyNotes: ReadonlySet<string>;
  readonly #blocks = new TextBlocks();
  readonly #paragraphs: DocxParagraphs;
  readonly #footnotes: string[] = [];
  readonly #endnotes: string[] = [];
  /** Names of the elements around the place being read, the innermost last. */
  readonly #path: string[] = [];
  /** For each `mc:AlternateContent` around it how many choices have come: the first is read. */
  readonly #choices: number[] = [];
  /** For each content control around it whether it shows its placeholder only. */
  readonly #controls: boolean[] = [];
  #inText = false;

  constructor(styles: DocxStyles, numbering: DocxNumbering, onlyNotes: ReadonlySet<string>) {
    this.#onlyNotes = onlyNotes;
    this.#paragraphs = new DocxParagraphs(styles, numbering, this.#blocks);
  }

  isSkipped(name: string, attributes: Attributes): boolean {
    switch (name) {
      case 'mc:Choice':
        return ++this.#choices[this.#choices.length - 1]! > 1;
      case 'w:sdtContent':
        return this.#controls.at(-1) === true;
      case 'w:footnote':
      case 'w:endnote':
        return !this.#onlyNotes.has(attributes['id'] ?? '');
      case 'w:del':
      case 'w:moveFrom':
        // As a property of the paragraph mark «deleted» is an empty element.
        if (this.#isIn('w:pPr', 'w:rPr')) this.#joinNext(true);
        return true;
      default:
        return SKIPPED.has(name);
    }
  }

  open(name: string, attributes: Attributes): void {
    this.#begin(name);
    this.#setProperty(name, attributes);
    this.#writeMark(name, attributes);
    this.#path.push(name);
  }

  text(text: string): void {
    if (this.#inText) this.#paragraphs.write(text.replaceAll(/[\r\n]+/g, ' '));
  }

  close(name: string): void {
    this.#path.pop();
    switch (name) {
      case 'w:p':
        this.#paragraphs.end();
        break;
      case 'w:r':
        this.#paragraphs.endRun();
        break;
      case 'w:t':
      case 'm:t':
        this.#inText = false;
        break;
      case 'w:tc':
        this.#paragraphs.endCarried();
        this.#blocks.endCell();
        break;
      case 'w:tr':
        this.#blocks.endRow();
        break;
      case 'w:sdt':
        this.#controls.pop();
        break;
      case 'mc:AlternateContent':
        this.#choices.pop();
        break;
      case 'w:txbxContent':
        this.#paragraphs.addAside(this.#blocks.endAside());
        break;
    }
  }

  end(): DocxText {
    this.#paragraphs.endCarried();
    const { title } = this.#paragraphs;
    return { blocks: this.#blocks, title, footnotes: this.#footnotes, endnotes: this.#endnotes };
  }

  /** What holds others. */
  #begin(name: string): void {
    switch (name) {
      case 'mc:AlternateContent':
        this.#choices.push(0);
        break;
      case 'w:sdt':
        this.#controls.push(false);
        break;
      case 'w:p':
        this.#paragraphs.start();
        break;
      case 'w:r':
        this.#paragraphs.startRun();
        break;
      case 'w:t':
      case 'm:t':
        this.#inText = true;
        break;
      case 'w:txbxContent':
        this.#blocks.startAside();
        break;
      case 'w:tr':
        this.#blocks.startRow();
        break;
      case 'w:tc':
        this.#blocks.startCell();
        break;
    }
  }

  /** What is said of a paragraph, a run or a content control. */
  #setProperty(name: string, attributes: Attributes): void {
    const value = attributes['val'];
    const { paragraph, run } = this.#paragraphs;
    switch (name) {
      case 'w:showingPlcHdr':
        if (this.#controls.length > 0) this.#controls[this.#controls.length - 1] = isOn(value);
        break;
      case 'w:pStyle':
        if (paragraph !== undefined) paragraph.style = value;
        break;
      case 'w:numId':
        if (paragraph !== undefined && value !== undefined) paragraph.numId = value;
        break;
      case 'w:ilvl':
        if (paragraph !== undefined && value !== undefined) paragraph.level = Number.parseInt(value, 10);
        break;
      case 'w:framePr':
        // The big first letter of a chapter stands in a paragraph of its own.
        if ((attributes['dropCap'] ?? 'none') !== 'none') this.#joinNext(true);
        break;
      case 'w:rStyle':
        if (this.#isIn('w:r', 'w:rPr') && run !== undefined) run.style = value;
        break;
      case 'w:vanish':
      case 'w:specVanish':
        if (this.#isIn('w:pPr', 'w:rPr')) this.#joinNext(isOn(value));
        else if (this.#path.at(-1) === 'w:rPr' && name === 'w:vanish' && run !== undefined) run.hidden = isOn(value);
        break;
    }
  }

  /** What is neither text nor holds any, but is read. */
  #writeMark(name: string, attributes: Attributes): void {
    switch (name) {
      case 'w:tab':
      case 'w:ptab':
        if (this.#path.at(-1) === 'w:r') this.#paragraphs.write('\t');
        break;
      case 'w:br':
      case 'w:cr':
        this.#paragraphs.write('\n');
        break;
      case 'w:noBreakHyphen':
        this.#paragraphs.write('-');
        break;
      case 'w:sym':
        this.#paragraphs.write(SYMBOLS[(attributes['char'] ?? '').toUpperCase()] ?? '');
        break;
      case 'w:footnoteReference':
        if (this.#paragraphs.isVisible()) this.#footnotes.push(attributes['id'] ?? '');
        break;
      case 'w:endnoteReference':
        if (this.#paragraphs.isVisible()) this.#endnotes.push(attributes['id'] ?? '');
        break;
    }
  }

  #joinNext(joins: boolean): void {
    const { paragraph } = this.#paragraphs;
    if (paragraph !== undefined) paragraph.joinsNext = joins;
  }

  /** Do `outer` and in it `inner` stand around the place being read? */
  #isIn(outer: string, inner: string): boolean {
    return this.#path.at(-1) === inner && this.#path.at(-2) === outer;
  }
}
