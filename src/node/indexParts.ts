import { CorruptIndexError } from '../core/index/format/byteSource.ts';
import { similarGroups } from '../core/index/format/sketch.ts';
import type { StoredDocument } from '../core/index/format/storedDocument.ts';
import type { Segment } from '../core/index/reading/segment.ts';
import { openSegment } from './indexDirectory.ts';
import { type Manifest, setDamagedAside } from './indexManifest.ts';
import type { SegmentSource } from './writeSegments.ts';

/** A segment during an update. */
export interface IndexPart {
  readonly file: string;
  readonly segment: Segment;
  readonly stored: readonly StoredDocument[];
  readonly deleted: ReadonlySet<number>;
  /** Whether it was written by a checkpoint of this writer. */
  readonly isCheckpoint: boolean;
}

/**
 * The readable segments of a commit. A damaged segment is left out, so its files count as new.
 * @param verify whether each is read through and checked; if not, damage shows only where it is read
 */
export function openParts(directory: string, manifest: Manifest, { verify }: { verify: boolean }): IndexPart[] {
  const parts: IndexPart[] = [];
  for (const { file, deleted } of manifest.segments) {
    try {
      parts.push({ ...openPart(directory, file, { verify }), deleted: new Set(deleted) });
    } catch (error) {
      const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT';
      const isDamaged = error instanceof CorruptIndexError;
      if (isDamaged) setDamagedAside(directory, file);
      if (isGone || isDamaged) continue;
      for (const part of parts) part.segment.close();
      throw error;
    }
  }
  return parts;
}

/**
 * Opens a segment, with no document deleted yet.
 * @throws CorruptIndexError if what was read is damaged; the system's error if the file cannot be read
 */
export function openPart(
  directory: string,
  file: string,
  { isCheckpoint = false, verify = false }: { isCheckpoint?: boolean; verify?: boolean },
): IndexPart {
  const segment = openSegment(directory, file);
  try {
    if (verify) segment.verify();
    const stored = Array.from({ length: segment.documents }, (_, index) => segment.document(index));
    return { file, segment, stored, deleted: new Set(), isCheckpoint };
  } catch (error) {
    segment.close();
    throw error;
  }
}

export function without(part: IndexPart, removed: ReadonlySet<string>): IndexPart {
  const gone = part.stored.flatMap(({ id }, index) => (removed.has(id) ? [index] : []));
  return gone.length === 0 ? part : { ...part, deleted: new Set([...part.deleted, ...gone]) };
}

export function isAlive({ deleted, segment }: IndexPart): boolean {
  return deleted.size < segment.documents;
}

export function sourceOf({ file, deleted }: IndexPart): SegmentSource {
  return { file, deleted: [...deleted] };
}

/** Characters of the documents that are not deleted, separators included. */
export function liveCharacters({ segment, deleted }: IndexPart): number {
  return [...deleted].reduce((left, index) => left - segment.documentLength(index), segment.characters);
}

/** Groups of documents that are copies of one speech; the one that represents it comes first. */
export function variantGroups(parts: readonly IndexPart[]): Manifest['variants'] {
  const places = parts.flatMap(({ stored, deleted }, part) =>
    stored.flatMap((_, document) => (deleted.has(document) ? [] : [[part, document] as const])),
  );
  const storedAt = ([part, document]: readonly [number, number]): StoredDocument => parts[part]!.stored[document]!;
  const groups = similarGroups(places.map(([part, document]) => parts[part]!.segment.sketch(document)));
  return groups.map(group => group.map(index => places[index]!).sort((a, b) => byTrust(storedAt(a), storedAt(b))));
}

/** Originals before rewritten copies, longer texts before shorter ones. */
function byTrust(a: StoredDocument, b: StoredDocument): number {
  const isCopy = (document: StoredDocument): number => (document.metadata.origin === '网络改写' ? 1 : 0);
  return isCopy(a) - isCopy(b) || b.characters - a.characters || (a.path < b.path ? -1 : 1);
}
