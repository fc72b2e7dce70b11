import { detectFormat, type ReadableKind } from './detect.ts';
import { readDoc } from './doc.ts';
import { readDocx } from './docx.ts';
import { FormatError, type FormatText } from './formatText.ts';
import { readOdt } from './odt.ts';
import { readRtf } from './rtf.ts';

export interface ReadOptions {
  /** Character maps of Chinese PDF fonts. */
  readonly cMapDirectory?: string;
}

/**
 * The text of a file that is no plain text, by what its bytes are; `undefined` for plain text.
 * Rejects with `FormatError`, whose message is for the user.
 */
export async function readFormat(
  bytes: Uint8Array,
  path: string,
  _options: ReadOptions = {},
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
    case 'pdf':
      throw new FormatError(`暂不支持 ${format.kind} 格式`);
    case 'unsupported':
    case 'encrypted':
      throw new FormatError(format.reason);
  }
}
