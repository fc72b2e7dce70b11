// Files that the last run over the corpus has left out, as rows of a tree. Pure.

import { basename, relative } from 'node:path';
import { compareText } from '../../core/collections/compareText.ts';
import type { IndexReport } from '../../indexer/protocol.ts';
import { folderAround } from './corpusFolders.ts';

export interface SkippedFile {
  readonly kind: 'file';
  readonly path: string;
  readonly reason: string;
  /** `2024年/座谈会.wps` in the corpus folder `/home/李/讲话`. */
  readonly relativePath: string;
  /** The corpus folder that contains it; absent if the file is a corpus folder that cannot be read. */
  readonly folder?: string;
}

/** All files left out for one reason. */
export interface SkippedGroup {
  readonly kind: 'group';
  readonly reason: string;
  readonly files: readonly SkippedFile[];
}

/** The most frequent reason first, the files of each in the order of their paths. */
export function groupSkipped(skipped: IndexReport['skipped'], folders: readonly string[]): readonly SkippedGroup[] {
  const byReason = new Map<string, SkippedFile[]>();
  for (const { path, reason } of skipped) {
    const files = byReason.get(reason) ?? [];
    byReason.set(reason, files);
    files.push({ kind: 'file', path, reason, ...placeIn(path, folders) });
  }
  const groups = [...byReason].map(([reason, files]) => ({
    kind: 'group' as const,
    reason,
    files: files.sort(byPath),
  }));
  return groups.sort((a, b) => b.files.length - a.files.length || compareText(a.reason, b.reason));
}

function placeIn(path: string, folders: readonly string[]): Pick<SkippedFile, 'relativePath' | 'folder'> {
  const folder = folderAround(path, folders);
  return folder === undefined ? { relativePath: basename(path) } : { relativePath: relative(folder, path), folder };
}

function byPath(a: SkippedFile, b: SkippedFile): number {
  return compareText(a.path, b.path);
}
