import { createHash } from 'node:crypto';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
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
  const expanded = written.map(entry => expandHome(entry, home)).filter(entry => entry !== '');
  const folders = [...new Set(expanded.filter(isAccepted).map(path => resolve(path)))];
  const withStarter = starter === 'always' || (starter === 'whenEmpty' && folders.length === 0);
  return {
    folders: withStarter ? [...folders, starterDirectory] : folders,
    refused: expanded.filter(path => !isAccepted(path)),
  };
}

/** Where the user's cards are: a folder that would be accepted for the corpus, else `undefined`. */
export function cardFolder(written: string, home: string): string | undefined {
  const path = expandHome(written, home);
  return isAccepted(path) ? resolve(path) : undefined;
}

/** `~/词典.tsv` → `/home/me/词典.tsv`. */
export function expandHome(entry: string, home: string): string {
  const path = entry.trim();
  return /^~(?=[/\\]|$)/.test(path) ? join(home, path.slice(1)) : path;
}

function isAccepted(path: string): boolean {
  return isAbsolute(path) && !/^[/\\]{2}/.test(path);
}

/** Does `path` lie in `folder`? A folder does not lie in itself. Both are absolute. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The innermost of `folders` that `path` lies in, where one folder of the corpus may lie in another. */
export function folderAround(path: string, folders: readonly string[]): string | undefined {
  return folders.filter(folder => isInside(folder, path)).sort((a, b) => b.length - a.length)[0];
}

/** One index a set of folders, whatever their order: `index-1f3a…`. */
export function indexDirectoryName(folders: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify([...folders].sort()));
  return `index-${hash.digest('hex').slice(0, 16)}`;
}

export function isIndexDirectoryName(name: string): boolean {
  return /^index-[0-9a-f]{16}$/.test(name);
}
