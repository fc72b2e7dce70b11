import { decode } from '../../core/document/decode.ts';
import { FormatError, type FormatText } from './common/formatText.ts';
import { detectFormat } from './detect/detect.ts';
import type { ReadableKind } from './detect/format.ts';
import { readDoc } from './doc/doc.ts';
import { readDocx } from './docx/docx.ts';
import { readHtml, sniffHtmlCharset } from './html/html.ts';
import { readOdt } from './odt/odt.ts';
import { readPdf } from './pdf/pdf.ts';
import { readRtf } from './rtf/rtf.ts';

export interface ReadOptions {
  /** Character maps of Chinese PDF fonts. */
  readonly cMapDirectory?: string | undefined;
}

/**
 * The text of a file that is no plain text, by what its bytes are; `undefined` for plain text.
 * Rejects with `FormatError`, whose message is for the user.
 */
export async function readFormat(
  bytes: Uint8Array,
  path: string,
  { cMapDirectory }: ReadOptions = {},
): Promise<(FormatText & { readonly format: Exclude<ReadableKind, 'text'> }) | undefined> {
  const format = detectFormat(bytes, path);
  switch (format.kind) {
    case 'text':
      return undefined;
    case 'docx':
      return { ...readDocx(bytes), format: 'docx' };
    case 'odt':
      return { ...readOdt(bytes), format: 'odt' };
    case 'doc':
      return { ...readDoc(bytes), format: 'doc' };
    case 'rtf':
      return { ...readRtf(bytes), format: 'rtf' };
    case 'html':
      return { ...readHtml(decodeHtml(bytes)), format: 'html' };
    case 'pdf':
      return { ...(await readPdf(bytes, { cMapDirectory })), format: 'pdf' };
    case 'unsupported':
    case 'encrypted':
      throw new FormatError(format.reason);
  }
}

/** Strict UTF-8 where it is that, else as the page says, else as any text: what a page says is often a claim of its template. */
function decodeHtml(bytes: Uint8Array): string {
  for (const charset of ['utf-8', sniffHtmlCharset(bytes)]) {
    if (charset === undefined) continue;
    try {
      return new TextDecoder(charset, { fatal: true }).decode(bytes);
    } catch {
      // The next one.
    }
  }
  try {
    return decode(bytes).text;
  } catch (error) {
    throw new FormatError((error as Error).message, { cause: error });
  }
}
