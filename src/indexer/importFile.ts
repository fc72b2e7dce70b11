import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { DecodeError } from '../core/document/decode.ts';
import { importText } from '../core/document/importDocument.ts';
import type { SegmentDocument } from '../core/index/storedDocument.ts';
import { findSeries } from '../core/parallel/findSeries.ts';
import { outline } from '../core/structure/outline.ts';
import type { Segmenter } from '../core/structure/segmenter.ts';
import { type CorpusFile, reasonOf } from '../node/corpusFiles.ts';

/** Share of undecodable characters beyond which a text is taken for damaged. */
const MAX_REPLACED_SHARE = 0.01;

export type ImportResult = { readonly document: SegmentDocument } | { readonly reason: string };

/** The bytes of a corpus file with their hash, or why they cannot be had. */
export function readCorpusFile(file: CorpusFile): { bytes: Uint8Array; hash: string } | { reason: string } {
  try {
    const bytes = readFileSync(file.path);
    return { bytes, hash: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/** Bytes → document ready for a segment, or the reason why not. Never throws for what is in the bytes. */
export function importFile(
  file: CorpusFile,
  id: string,
  bytes: Uint8Array,
  hash: string,
  segmenter: Segmenter,
): ImportResult {
  try {
    const { raw, clean, metadata } = importText(bytes, file.path);
    if (clean.text.trim() === '') return { reason: '没有文字内容' };
    const replaced = (raw.text.match(/\ufffd/g) ?? []).length;
    if (replaced > raw.text.length * MAX_REPLACED_SHARE) return { reason: `疑似乱码（${replaced} 处无法解码）` };
    return {
      document: {
        stored: {
          id,
          path: file.path,
          encoding: raw.encoding,
          file: { size: file.size, modifiedMs: file.modifiedMs, hash },
          metadata,
          title: metadata.title ?? basename(file.path, extname(file.path)),
          sections: outline(clean.text),
        },
        text: clean.text,
        offsets: clean.offsets,
        wordStarts: segmenter.wordStarts(clean.text),
        series: findSeries(clean.text),
      },
    };
  } catch (error) {
    if (error instanceof DecodeError) return { reason: error.message };
    throw error;
  }
}
