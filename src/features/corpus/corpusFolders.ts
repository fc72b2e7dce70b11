import { createHash } from 'node:crypto';
import { isAbsolute, join, resolve } from 'node:path';
import type { Settings } from '../../manifest.ts';

/** The folders a corpus consists of, and the entries of the setting that are not accepted. */
export interface CorpusFolders {
  readonly folders: readonly string[];
  readonly refused: readonly string[];
}

/**
 * Folders to index. `~` is the home directory; relative paths mean nothing here, and a network share would send the user's
 * credentials to whoever wrote the setting, so both are refused.
 */
export function corpusFolders(
  written: readonly string[],
  starter: Settings['jianggao.corpus.starter'],
  starterDirectory: string,
  home: string,
): CorpusFolders {
  const entries = written.map(entry => entry.trim()).filter(entry => entry !== '');
  const expanded = entries.map(entry => (/^~(?=[/\\]|$)/.test(entry) ? join(home, entry.slice(1)) : entry));
  const isAccepted = (path: string) => isAbsolute(path) && !/^[/\\]{2}/.test(path);
  const folders = [...new Set(expanded.filter(isAccepted).map(path => resolve(path)))];
  const withStarter = starter === 'always' || (starter === 'whenEmpty' && folders.length === 0);
  return {
    folders: withStarter ? [...folders, starterDirectory] : folders,
    refused: expanded.filter(path => !isAccepted(path)),
  };
}

/** One index a set of folders, whatever their order: `index-1f3a…`. */
export function indexDirectoryName(folders: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify([...folders].sort()));
  return `index-${hash.digest('hex').slice(0, 16)}`;
}

export function isIndexDirectoryName(name: string): boolean {
  return /^index-[0-9a-f]{16}$/.test(name);
}
