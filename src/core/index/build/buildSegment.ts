import { packPairs } from '../format/pairTable.ts';
import { isEdge } from '../format/phraseEdges.ts';
import { noPhraseKnowledge, type PhraseKnowledge } from '../format/phraseKnowledge.ts';
import { packPhrases } from '../format/phraseSection.ts';
import { DOCUMENT_SEPARATOR, encodeSegment, MAX_SEGMENT_CHARACTERS, Section } from '../format/segmentFormat.ts';
import { packPostings } from '../format/seriesPostings.ts';
import { SKETCH_FILLER, SKETCH_SIZE } from '../format/sketch.ts';
import type { SegmentDocument } from '../format/storedDocument.ts';
import { packTop } from '../format/topTable.ts';
import { leastDocuments, minePhrases, miningOptions, type SortedText } from './minePhrases.ts';
import { packSuffixes } from './packSuffixes.ts';
import { recurrentWords, withWords } from './recurrentWords.ts';
import { sortSuffixes } from './suffixArray.ts';

/**
 * Builds the bytes of a segment from `documents`, in chunks to be written one after the other. The result depends on
 * the documents and what is known about phrases: same documents in the same order, same bytes.
 * @throws RangeError if the documents are longer than a segment may be.
 */
export function buildSegment(
  documents: readonly SegmentDocument[],
  knowledge: PhraseKnowledge = noPhraseKnowledge,
): Uint8Array[] {
  const { text, starts } = concatenate(documents);
  const { sa, before, agreement } = sortSuffixes(text, miningOptions.maxLength, unit => (isEdge(unit) ? 1 : 0));
  const pairs = packPairs(text, sa, agreement);
  const boundaries = boundaryBits(documents, starts, text.length);
  const sorted = { text, sa, facts: { agreement, afterEdge: before }, documentStarts: starts };
  const phrases = packedPhrases(sorted, boundaries, knowledge);
  const stored = records(documents.map(document => document.stored));
  const series = records(documents.map(document => document.series));
  const postings = documents.map(document => document.postings);
  const maps = records(documents.map(document => document.offsets));
  const top = packTop(text, sa);
  // Last of all: it packs in place, and the suffix array is gone afterwards.
  const suffixes = packSuffixes(text, sa, agreement);
  return encodeSegment(text.length, documents.length, [
    [Section.text, bytesOf(text)],
    [Section.suffixes, suffixes],
    [Section.top, top],
    [Section.documentStarts, bytesOf(starts)],
    [Section.boundaries, boundaries],
    [Section.documents, stored.bytes],
    [Section.documentOffsets, bytesOf(stored.offsets)],
    [Section.offsetMaps, maps.bytes],
    [Section.offsetMapOffsets, bytesOf(maps.offsets)],
    [Section.phrases, phrases.records],
    [Section.phraseTexts, phrases.texts],
    [Section.phraseReadings, phrases.readings],
    [Section.series, series.bytes],
    [Section.seriesOffsets, bytesOf(series.offsets)],
    [Section.seriesPostings, packPostings(postings, starts)],
    [Section.pairBlocks, bytesOf(pairs.blocks)],
    [Section.pairs, pairs.entries],
    [Section.sketches, bytesOf(packSketches(documents))],
  ]);
}

/** The phrases of a text and its recurrent words, as sections of the segment. */
function packedPhrases(
  sorted: SortedText,
  boundaries: Uint8Array,
  knowledge: PhraseKnowledge,
): ReturnType<typeof packPhrases> {
  const { text, documentStarts } = sorted;
  const phrases = minePhrases(sorted, knowledge.idioms);
  const words = recurrentWords(text, boundaries, documentStarts, leastDocuments(text.length));
  return packPhrases(withWords(phrases, words, text), text, knowledge);
}

function concatenate(documents: readonly SegmentDocument[]): { text: Uint16Array; starts: Uint32Array } {
  const length = documents.reduce((sum, document) => sum + document.units.length + 1, 0);
  if (length > MAX_SEGMENT_CHARACTERS) throw new RangeError(`a segment of ${length} characters is too long`);
  const text = new Uint16Array(length);
  const starts = new Uint32Array(documents.length);
  let at = 0;
  documents.forEach((document, i) => {
    starts[i] = at;
    text.set(document.units, at);
    at += document.units.length;
    text[at++] = DOCUMENT_SEPARATOR;
  });
  return { text, starts };
}

function boundaryBits(documents: readonly SegmentDocument[], starts: Uint32Array, length: number): Uint8Array {
  const bits = new Uint8Array(Math.ceil(length / 8) + 1);
  for (const [i, { wordBits }] of documents.entries()) {
    // The bits of a document begin anywhere within a byte of the segment.
    const shift = starts[i]! & 7;
    let at = starts[i]! >>> 3;
    for (const byte of wordBits) {
      bits[at++]! |= byte << shift;
      bits[at]! |= byte >>> (8 - shift);
    }
  }
  return bits;
}

function packSketches(documents: readonly SegmentDocument[]): Uint32Array {
  const table = new Uint32Array(documents.length * SKETCH_SIZE).fill(SKETCH_FILLER);
  for (const [i, document] of documents.entries()) table.set(document.sketch, i * SKETCH_SIZE);
  return table;
}

function records(parts: readonly Uint8Array[]): { bytes: Uint8Array; offsets: Uint32Array } {
  const offsets = new Uint32Array(parts.length + 1);
  parts.forEach((part, i) => {
    offsets[i + 1] = offsets[i]! + part.length;
  });
  const bytes = new Uint8Array(offsets[parts.length]!);
  for (const [i, part] of parts.entries()) bytes.set(part, offsets[i]);
  return { bytes, offsets };
}

function bytesOf(array: Uint16Array | Uint32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
