import { FormatError, type FormatText, formatText } from '../common/formatText.ts';
import { statedTitle, titleIn } from '../common/statedTitle.ts';
import { tidyText } from '../common/tidyText.ts';
import { ZipArchive, type ZipLimits } from '../common/zip.ts';
import { readOdtBody } from './odtBody.ts';
import { OdtStyles } from './odtStyles.ts';

/**
 * Text of an .odt: paragraphs with the numbers of their lists, rows of tables, text boxes, notes. Deleted, hidden and
 * commenting text stays out. Throws {@link FormatError}.
 */
export function readOdt(bytes: Uint8Array, limits?: Partial<ZipLimits>): FormatText {
  const archive = new ZipArchive(bytes, limits);
  // Read as plain text: old writers put a document type declaration into it.
  const manifest = new TextDecoder('latin1').decode(archive.read('META-INF/manifest.xml') ?? new Uint8Array());
  if (/[:<]encryption-data/.test(manifest)) throw new FormatError('已加密');
  const content = archive.read('content.xml');
  if (content === undefined) throw new FormatError('损坏：压缩包里没有正文');

  const stylesXml = archive.read('styles.xml');
  const styles = new OdtStyles(stylesXml, content);
  const { blocks, title } = readOdtBody(content, styles);
  const text = tidyText(blocks.text());
  return formatText({
    text,
    title: title ?? statedTitle(titleIn(archive.read('meta.xml')), text),
    margins: stylesXml === undefined ? '' : pageMargins(stylesXml),
  });
}

/** Headers and footers: the only paragraphs in styles.xml, with automatic styles of their own. */
function pageMargins(stylesXml: Uint8Array): string {
  return readOdtBody(stylesXml, new OdtStyles(undefined, stylesXml)).blocks.text();
}
