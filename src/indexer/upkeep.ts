import { existsSync } from 'node:fs';
import { readStamp } from '../node/corpusFiles.ts';
import { clearIndex, commitManifest, prepareDirectory } from '../node/indexDirectory.ts';
import { readOrRestartManifest } from '../node/indexManifest.ts';
import { removeSilentLease, takeWriterLease } from '../node/writerLease.ts';
import type { ClearTask, QuarantineTask } from './protocol.ts';

/**
 * Removes the indexes that no other process is writing.
 * Rejects with `IndexBusyError` if one of them is being written, after the others were removed.
 */
export async function clearIndexes({ indexDirectories }: ClearTask): Promise<void> {
  const results = await Promise.allSettled(indexDirectories.map(clearOne));
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

async function clearOne(directory: string): Promise<void> {
  if (!existsSync(directory)) return;
  await removeSilentLease(directory);
  const lease = takeWriterLease(directory);
  try {
    clearIndex(directory);
  } finally {
    lease.release();
  }
}

/** Records that a file is to be left out. Rejects with `IndexBusyError`, or with the system's error if the record cannot be written. */
export async function quarantine({ indexDirectory, path, hash, reason, forgetOthers }: QuarantineTask): Promise<void> {
  if (!existsSync(path)) return; // deleted since: it ends nothing any more
  const entry = { path, ...readStamp(path), reason, ...(hash === undefined ? {} : { deadlyHash: hash }) };
  await removeSilentLease(indexDirectory);
  prepareDirectory(indexDirectory);
  const lease = takeWriterLease(indexDirectory);
  try {
    const manifest = readOrRestartManifest(indexDirectory);
    const others = forgetOthers ? [] : manifest.refused.filter(other => other.path !== path);
    const refused = [...others, entry].sort((a, b) => (a.path < b.path ? -1 : 1));
    commitManifest(indexDirectory, { ...manifest, generation: manifest.generation + 1, refused });
  } finally {
    lease.release();
  }
}
