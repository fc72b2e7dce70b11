import CFB from 'cfb';
import { orDamaged } from './damage.ts';

/** Streams of a compound file (the container of .doc, .xls, .ppt and of encrypted .docx), by name. */
export interface CompoundFile {
  /** Content of a stream at the top: «WordDocument», «1Table». */
  stream(name: string): Uint8Array | undefined;
}

/** Opens the container; throws `FormatError` if its tables lead nowhere. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  // cfb takes a Buffer for one and copies anything else.
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const container = orDamaged('复合文档', () => CFB.read(buffer, { type: 'buffer' }));
  return {
    stream: name => {
      const content = orDamaged('复合文档', () => CFB.find(container, `/${name}`)?.content);
      return content === undefined || content.length === 0 ? undefined : Uint8Array.from(content);
    },
  };
}
