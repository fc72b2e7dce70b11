import { CorruptIndexError } from '../core/index/format/byteSource.ts';
import { listCorpusFiles } from '../node/corpusFiles.ts';
import { IndexWriter } from '../node/indexWriter.ts';
import { removeSilentLease } from '../node/writerLease.ts';
import { CorpusUpdate } from './corpusUpdate.ts';
import { IndexCancelledError, type UpdateReport } from './protocol.ts';
import { SegmentBuilder } from './segmentBuilder.ts';
import type { UpdateOptions } from './updateOptions.ts';

/**
 * Brings the index up to date with the files: new and changed files go into new segments, documents that were removed or changed are marked
 * deleted, small segments are merged. After a crash the last commit stands, and a later update continues from there. Rejects with
 * `IndexBusyError` if another process is writing the index, `IndexCancelledError` if it was stopped, or the system's error if the index
 * cannot be written.
 */
export async function updateIndex(options: UpdateOptions): Promise<UpdateReport> {
  const started = performance.now();
  try {
    return await updateOnce(options, started);
  } catch (error) {
    if (!(error instanceof CorruptIndexError)) throw error;
    return updateOnce({ ...options, verify: true }, started);
  }
}

async function updateOnce(options: UpdateOptions, started: number): Promise<UpdateReport> {
  const stopIfCancelled = (): void => {
    if (options.isCancelled?.()) throw new IndexCancelledError();
  };
  await removeSilentLease(options.indexDirectory, { onTurn: stopIfCancelled });
  const writer = new IndexWriter(options.indexDirectory, { verify: options.verify ?? false });
  const builder = new SegmentBuilder(options);
  try {
    options.onProgress?.({ phase: 'scan', done: 0, total: 0 });
    const { files, sidecars, skipped } = await listCorpusFiles(options.paths, stopIfCancelled);
    const update = new CorpusUpdate(writer, builder, options, files, sidecars);
    await update.run();
    const documents = writer.documents();
    return {
      documents: documents.length,
      characters: documents.reduce((sum, { characters }) => sum + characters, 0),
      segments: writer.segmentCount,
      skipped: [...skipped, ...update.refusedFiles()],
      changed: update.hasCommitted,
      milliseconds: performance.now() - started,
    };
  } finally {
    await builder.close();
    writer.close();
  }
}
