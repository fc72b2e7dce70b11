import type { DocxNumbering } from './docxNumbering.ts';
import { type DocxStyles, isOn } from './docxStyles.ts';
import { TextBlocks } from './textBlocks.ts';
import { type Attributes, readXml } from './xml.ts';

export interface DocxText {
  readonly blocks: TextBlocks;
  /** Paragraphs in the style «Title» at the head of the document. */
  readonly title: string | undefined;
  /** Ids of the notes the text refers to, in order. */
  readonly footnotes: readonly string[];
  readonly endnotes: readonly string[];
}

/** Nothing in these is part of the document as it reads. */
const SKIPPED = new Set([
  'w:del',
  'w:moveFrom',
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

interface Paragraph {
  text: string;
  style: string | undefined;
  numId?: string;
  level?: number;
  /** The paragraph mark is deleted or hidden, so that the next paragraph goes on in the same line. */
  joinsNext: boolean;
  asides: string[];
}

interface Run {
  style?: string | undefined;
  hidden?: boolean;
}

/** Paragraphs, tables, text boxes and content controls of document.xml, footnotes.xml or endnotes.xml. */
export function readDocxBody(
  xml: Uint8Array,
  styles: DocxStyles,
  numbering: DocxNumbering,
  onlyNotes?: ReadonlySet<string>,
): DocxText {
  const blocks = new TextBlocks();
  const paragraphs: Paragraph[] = [];
  const runs: Run[] = [];
  const path: string[] = [];
  const choices: number[] = [];
  const controls: { placeholder: boolean }[] = [];
  const footnotes: string[] = [];
  const endnotes: string[] = [];
  const titles: string[] = [];
  let titleOver = false;
  let carried = '';
  let skipDepth = 0;
  let inText = false;

  function isVisible(): boolean {
    const run = runs.at(-1);
    const style = paragraphs.at(-1)?.style;
    return !(run?.hidden ?? (styles.isHidden(run?.style) || styles.isHidden(style)));
  }

  function write(text: string): void {
    const paragraph = paragraphs.at(-1);
    if (paragraph !== undefined && text !== '' && isVisible()) paragraph.text += text;
  }

  function isSkipped(name: string, attributes: Attributes): boolean {
    if (SKIPPED.has(name)) {
      // As a property of the paragraph mark or of a table row «deleted» is an empty element.
      if (path.at(-1) === 'w:rPr' && paragraphs.length > 0 && (name === 'w:del' || name === 'w:moveFrom')) {
        if (path.at(-2) === 'w:pPr') paragraphs.at(-1)!.joinsNext = true;
      }
      return true;
    }
    if (name === 'mc:Choice') return ++choices[choices.length - 1]! > 1;
    if (name === 'w:sdtContent') return controls.at(-1)?.placeholder === true;
    if (name === 'w:footnote' || name === 'w:endnote') return onlyNotes?.has(attributes['id'] ?? '') !== true;
    return false;
  }

  function endParagraph(): void {
    const paragraph = paragraphs.pop();
    if (paragraph === undefined) return;
    const name = styles.nameOf(paragraph.style);
    const text = carried + paragraph.text;
    if (paragraph.joinsNext && paragraphs.length === 0) {
      carried = text;
      for (const line of paragraph.asides) blocks.add(line);
      return;
    }
    carried = '';
    if (text === '' && styles.isHidden(paragraph.style)) return;
    const label = numbering.next(paragraph.style, paragraph);
    if (text.trim() !== '' && !/^toc \d$/.test(name)) {
      blocks.add(label + (label === '' ? text : text.trimStart()));
      if (name === 'title' && !titleOver) titles.push(text.trim());
      else titleOver = true;
    }
    for (const line of paragraph.asides) blocks.add(line);
  }

  readXml(xml, {
    open(name, attributes) {
      if (skipDepth > 0 || isSkipped(name, attributes)) {
        skipDepth++;
        return;
      }
      const parent = path.at(-1);
      path.push(name);
      const paragraph = paragraphs.at(-1);
      const value = attributes['val'];
      switch (name) {
        case 'mc:AlternateContent':
          choices.push(0);
          break;
        case 'w:sdt':
          controls.push({ placeholder: false });
          break;
        case 'w:showingPlcHdr':
          if (controls.length > 0) controls.at(-1)!.placeholder = isOn(value);
          break;
        case 'w:p':
          paragraphs.push({ text: '', style: styles.defaultParagraph, joinsNext: false, asides: [] });
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
          if (paragraph !== undefined && (attributes['dropCap'] ?? 'none') !== 'none') paragraph.joinsNext = true;
          break;
        case 'w:r':
          runs.push({});
          break;
        case 'w:rStyle':
          if (parent === 'w:rPr' && path.at(-3) === 'w:r' && runs.length > 0) runs.at(-1)!.style = value;
          break;
        case 'w:vanish':
        case 'w:specVanish':
          if (parent !== 'w:rPr') break;
          if (path.at(-3) === 'w:pPr') {
            if (paragraph !== undefined) paragraph.joinsNext = isOn(value);
          } else if (name === 'w:vanish' && runs.length > 0) runs.at(-1)!.hidden = isOn(value);
          break;
        case 'w:t':
        case 'm:t':
          inText = true;
          break;
        case 'w:tab':
        case 'w:ptab':
          if (parent === 'w:r') write('\t');
          break;
        case 'w:br':
        case 'w:cr':
          write('\n');
          break;
        case 'w:noBreakHyphen':
          write('-');
          break;
        case 'w:sym':
          write(SYMBOLS[(attributes['char'] ?? '').toUpperCase()] ?? '');
          break;
        case 'w:footnoteReference':
          if (isVisible()) footnotes.push(attributes['id'] ?? '');
          break;
        case 'w:endnoteReference':
          if (isVisible()) endnotes.push(attributes['id'] ?? '');
          break;
        case 'w:txbxContent':
          blocks.startAside();
          break;
        case 'w:tr':
          blocks.startRow();
          break;
        case 'w:tc':
          blocks.startCell();
          break;
        default:
      }
    },
    text(text) {
      if (inText && skipDepth === 0) write(text.replaceAll(/[\r\n]+/g, ' '));
    },
    close(name) {
      if (skipDepth > 0) {
        skipDepth--;
        return;
      }
      path.pop();
      if (name === 'w:p') endParagraph();
      else if (name === 'w:r') runs.pop();
      else if (name === 'w:t' || name === 'm:t') inText = false;
      else if (name === 'w:tc') {
        if (carried !== '') blocks.add(carried);
        carried = '';
        blocks.endCell();
      } else if (name === 'w:tr') blocks.endRow();
      else if (name === 'w:sdt') controls.pop();
      else if (name === 'mc:AlternateContent') choices.pop();
      else if (name === 'w:txbxContent') {
        const lines = blocks.endAside();
        const host = paragraphs.at(-1);
        if (host === undefined) for (const line of lines) blocks.add(line);
        else if (isVisible()) for (const line of lines) host.asides.push(line);
      }
    },
  });
  if (carried.trim() !== '') blocks.add(carried);
  const title = titles.join('').replaceAll(/\s+/g, ' ');
  return { blocks, title: title === '' ? undefined : title, footnotes, endnotes };
}
