import { basename, extname } from 'node:path';
import { importText } from '../../../src/core/document/importDocument.ts';
import { buildSegment } from '../../../src/core/index/build/buildSegment.ts';
import { CorpusIndex } from '../../../src/core/index/corpusIndex.ts';
import { memorySource } from '../../../src/core/index/format/byteSource.ts';
import type { PhraseKnowledge } from '../../../src/core/index/format/phraseKnowledge.ts';
import { type AnalysedDocument, encodeDocument } from '../../../src/core/index/format/storedDocument.ts';
import { Segment } from '../../../src/core/index/reading/segment.ts';
import { findSeries } from '../../../src/core/parallel/findSeries.ts';
import { outline } from '../../../src/core/structure/outline.ts';
import type { Segmenter } from '../../../src/core/structure/segmenter.ts';
import { readPhrase } from '../../../src/indexer/readPhrases.ts';

const intl = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words as the platform sees them: good enough for tests, and no dictionary to load. */
export const testSegmenter: Segmenter = {
  wordStarts: text => Uint32Array.from(intl.segment(text), word => word.index),
};

/** Readings as the indexing child computes them, and one idiom. */
export const testKnowledge: PhraseKnowledge = { idioms: new Set(['久久为功']), reading: readPhrase };

export function concatenated(chunks: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(chunks));
}

/** `raw` as import would deliver it. Front matter is understood. */
export function testDocument(name: string, raw: string): AnalysedDocument {
  const { clean, metadata } = importText(new TextEncoder().encode(raw), name);
  return {
    stored: {
      id: `id-${name}`,
      path: `/corpus/${name}`,
      format: 'text',
      characters: clean.text.length,
      encoding: 'utf-8',
      file: { size: raw.length, modifiedMs: 0, changedMs: 0, inode: 0, hash: name },
      metadata,
      title: metadata.title ?? basename(name, extname(name)),
      sections: outline(clean.text),
    },
    text: clean.text,
    offsets: clean.offsets,
    wordStarts: testSegmenter.wordStarts(clean.text),
    series: findSeries(clean.text),
  };
}

/** A document of exactly this clean text. */
export function plainDocument(name: string, text: string): AnalysedDocument {
  const document = testDocument(name, '正文');
  return {
    ...document,
    stored: { ...document.stored, characters: text.length },
    text,
    offsets: { cleanStarts: text ? [0] : [], rawStarts: text ? [0] : [], rawEnds: text ? [text.length] : [] },
    wordStarts: Uint32Array.from({ length: text.length }, (_, i) => i),
    series: [],
  };
}

export function segmentOf(documents: readonly AnalysedDocument[]): Segment {
  return new Segment(memorySource(concatenated(buildSegment(documents.map(encodeDocument), testKnowledge))));
}

/** A corpus of one segment per entry of `segments`, each a map of file names to raw texts. */
export function inMemoryCorpus(...segments: ReadonlyArray<Readonly<Record<string, string>>>): CorpusIndex {
  return new CorpusIndex(
    segments.map(texts => ({
      segment: segmentOf(Object.entries(texts).map(([name, raw]) => testDocument(name, raw))),
      deleted: [],
    })),
  );
}
