/** Encodings a corpus text may have; the names are those of the WHATWG Encoding Standard. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';
