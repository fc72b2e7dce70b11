import { asFormatError } from '../common/damage.ts';
import { FormatError, type FormatText, formatText } from '../common/formatText.ts';
import { statedTitle } from '../common/statedTitle.ts';
import { tidyText } from '../common/tidyText.ts';
import { type PdfDocument, withPdf } from './pdfDocument.ts';
import { withoutFurniture } from './pdfFurniture.ts';
import { linesOf, type PdfLine } from './pdfLines.ts';
import { joinParagraphs } from './pdfParagraphs.ts';

export interface PdfOptions {
  /** Folder of the character maps of Chinese fonts that are not in the file (`*.bcmap`); without it their text is lost. */
  readonly cMapDirectory?: string | undefined;
}

/** A scan has at most page numbers and stamps for text. */
const SCAN_CHARACTERS_A_PAGE = 8;
/** Share of characters without meaning from which on the fonts do not say what their glyphs are. */
const MAX_UNKNOWN = 0.2;
const UNKNOWN = /[\ue000-\uf8ff\ufffd]/gu;
const SCAN = '扫描件，没有文字层';

/**
 * Text of a PDF document, lines joined to paragraphs, without page numbers and running heads. Throws {@link FormatError} for
 * what is encrypted, damaged, scanned, or set in fonts that do not tell their characters.
 */
export async function readPdf(bytes: Uint8Array, { cMapDirectory }: PdfOptions = {}): Promise<FormatText> {
  try {
    return await withPdf(bytes, cMapDirectory, readText);
  } catch (error) {
    throw asFormatError(' PDF 文档', error);
  }
}

async function readText(document: PdfDocument): Promise<FormatText> {
  const pages: PdfLine[][] = [];
  for (let page = 0; page < document.pageCount; page++) pages.push(linesOf(await document.items(page), page));
  const { lines, furniture } = withoutFurniture(pages);
  const text = tidyText(joinParagraphs(lines).join('\n'));
  const characters = text.replaceAll(/\s+/gu, '').length;
  if (characters === 0 || (pages.length > 1 && characters < SCAN_CHARACTERS_A_PAGE * pages.length)) {
    throw new FormatError(SCAN);
  }
  const unknown = text.match(UNKNOWN)?.length ?? 0;
  if (unknown > characters * MAX_UNKNOWN) throw new FormatError('PDF 的字体没有文字编码，读不出文字');
  const margins = new Set([...furniture.map(line => line.text), ...document.askew()]);
  return formatText({ text, title: statedTitle(await document.title(), text), margins: [...margins].join('\n') });
}
