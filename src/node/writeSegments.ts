import { join } from 'node:path';
import { buildSegment } from '../core/index/build/buildSegment.ts';
import type { PhraseKnowledge } from '../core/index/format/phraseKnowledge.ts';
import { MAX_SEGMENT_CHARACTERS } from '../core/index/format/segmentFormat.ts';
import type { SegmentDocument } from '../core/index/format/storedDocument.ts';
import { openSegment, segmentFileName } from './indexDirectory.ts';
import { writeCheckedFile } from './writeCheckedFile.ts';

/** New documents, or the remaining documents of an existing segment. */
export type SegmentSource =
  | { readonly documents: readonly SegmentDocument[] }
  | { readonly file: string; readonly deleted: readonly number[] };

/** Segments to write, as plain data that can be passed to another thread. */
export interface SegmentJob {
  readonly directory: string;
  /** Number of the commit, part of the file names. */
  readonly generation: number;
  /** Each group is written as the smallest possible number of segments, with its documents in the order of its sources. */
  readonly groups: readonly (readonly SegmentSource[])[];
}

/**
 * @param knowledge of the phrases that the segments hold
 * @returns names of the files written, in the order of the groups; each is whole and flushed
 * @throws the system's error if one cannot be written, `CorruptIndexError` if a source is damaged
 */
export function writeSegments({ directory, generation, groups }: SegmentJob, knowledge: PhraseKnowledge): string[] {
  const written: string[] = [];
  for (const group of groups) {
    const documents = group.flatMap(source => documentsOf(directory, source));
    for (const batch of batches(documents)) {
      const file = segmentFileName(generation, written.length);
      writeCheckedFile(join(directory, file), buildSegment(batch, knowledge));
      written.push(file);
    }
  }
  return written;
}

function documentsOf(directory: string, source: SegmentSource): readonly SegmentDocument[] {
  if ('documents' in source) return source.documents;
  const segment = openSegment(directory, source.file);
  try {
    const deleted = new Set(source.deleted);
    const left = Array.from({ length: segment.documents }, (_, index) => index).filter(index => !deleted.has(index));
    return left.map(index => segment.segmentDocument(index));
  } finally {
    segment.close();
  }
}

/** Splits documents, in order, into as few runs as fit into segments. */
function* batches(documents: readonly SegmentDocument[]): Generator<SegmentDocument[]> {
  let batch: SegmentDocument[] = [];
  let characters = 0;
  for (const document of documents) {
    const length = document.units.length + 1;
    if (batch.length > 0 && characters + length > MAX_SEGMENT_CHARACTERS) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(document);
    characters += length;
  }
  if (batch.length > 0) yield batch;
}
