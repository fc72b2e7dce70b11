import { readFileSync } from 'node:fs';
import { basename, relative, sep } from 'node:path';
import { DecodeError } from '../../../src/core/document/decode.ts';
import { type ReadFile, readAny } from '../../../src/indexer/importFile.ts';
import { listCorpusFiles } from '../../../src/node/corpusFiles.ts';
import { FormatError } from '../../../src/node/formats/common/formatText.ts';
import { ShingleIndex, sharedShare } from './shingles.ts';

/** A document as our own importer reads it. */
export interface CleanDocument {
  readonly path: string;
  readonly text: string;
}

export interface DraftDocument extends CleanDocument {
  /** Folder below the folder of drafts: reports, speeches, party. */
  readonly kind: string;
}

/** The documents below `folder` that can be read, by path. */
export async function readDocuments(folder: string, cMapDirectory: string): Promise<CleanDocument[]> {
  const documents: CleanDocument[] = [];
  for (const { path } of (await listCorpusFiles([folder])).files) {
    const read = await readDocument(path, cMapDirectory);
    if (read !== undefined && read.clean.text !== '') documents.push({ path, text: read.clean.text });
  }
  return documents;
}

/** `undefined` for a file that is damaged or of another format than it seems. */
export async function readDocument(path: string, cMapDirectory: string): Promise<ReadFile | undefined> {
  try {
    return await readAny(readFileSync(path), path, cMapDirectory);
  } catch (error) {
    if (error instanceof DecodeError || error instanceof FormatError) return undefined;
    throw error;
  }
}

export async function readDrafts(folder: string, cMapDirectory: string): Promise<DraftDocument[]> {
  const documents = await readDocuments(folder, cMapDirectory);
  return documents.map(document => {
    const [kind, ...rest] = relative(folder, document.path).split(sep);
    return { ...document, kind: rest.length === 0 ? basename(folder) : kind! };
  });
}

/** @throws Error that names draft and document, if the corpus holds a draft or something close to one */
export function assertNoLeak(corpus: readonly CleanDocument[], drafts: readonly CleanDocument[]): void {
  const shingles = new ShingleIndex();
  for (const { text } of drafts) shingles.add(text);
  for (const { path, text } of corpus) {
    const conflict = shingles.conflict(text);
    if (conflict !== undefined) {
      const share = Math.round(sharedShare(conflict) * 100);
      throw new Error(`draft ${drafts[conflict.draft]!.path} is in the corpus: ${share} % shared with ${path}`);
    }
  }
}
