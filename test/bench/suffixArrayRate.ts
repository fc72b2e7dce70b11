import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { suffixArray } from '../../src/core/index/build/suffixArray.ts';
import { DOCUMENT_SEPARATOR, MAX_SEGMENT_CHARACTERS } from '../../src/core/index/format/segmentFormat.ts';
import { packTop } from '../../src/core/index/format/topTable.ts';
import { writeCheckedFile } from '../../src/node/writeCheckedFile.ts';
import { type CleanCorpus, textsOf } from './cleanCorpus.ts';

export interface SuffixArrayFigures {
  readonly characters: number;
  /** Processor time. */
  readonly sortMs: number;
  /** Wall time, flushed to the disk. */
  readonly writeMs: number;
}

const BYTES_AN_ENTRY = 3;

/** Sorts the suffixes of the corpus' first segment and writes as much as its text, suffixes and top table take. */
export function suffixArrayRate(corpus: CleanCorpus, directory: string): SuffixArrayFigures {
  const text = firstSegment(corpus);
  const before = process.cpuUsage();
  const suffixes = suffixArray(text);
  const { user, system } = process.cpuUsage(before);
  const path = join(directory, 'suffixes.bin');
  const started = performance.now();
  const top = packTop(text, suffixes);
  const suffixBytes = new Uint8Array(suffixes.buffer, 0, text.length * BYTES_AN_ENTRY);
  writeCheckedFile(path, [new Uint8Array(text.buffer, 0, text.length * 2), suffixBytes, top]);
  const writeMs = performance.now() - started;
  rmSync(path);
  return { characters: text.length, sortMs: (user + system) / 1000, writeMs };
}

function firstSegment(corpus: CleanCorpus): Uint16Array<ArrayBuffer> {
  const text = new Uint16Array(Math.min(MAX_SEGMENT_CHARACTERS, corpus.characters + corpus.documents));
  let length = 0;
  for (const document of textsOf(corpus)) {
    if (length + document.length + 1 > text.length) break;
    for (let i = 0; i < document.length; i++) text[length++] = document.charCodeAt(i);
    text[length++] = DOCUMENT_SEPARATOR;
  }
  return text.slice(0, length);
}
