import { createHash } from 'node:crypto';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Settings } from '../../manifest.ts';

/** The folders of a corpus, and the entries of the setting that were rejected. */
export interface CorpusFolders {
  readonly folders: readonly string[];
  readonly refused: readonly string[];
}

/**
 * The folders to index. `~` is the home directory. Rejected are relative paths, which have no meaning here, and network shares, which would
 * send the user's credentials to whoever wrote the setting.
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

/** The folder of the user's cards, under the same rules as corpus folders; `undefined` if it is not acceptable. */
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

/** Whether `path` lies in `folder`; a folder does not lie in itself. Both are absolute. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The innermost of `folders` that contains `path`, since a corpus folder may contain another. */
export function folderAround(path: string, folders: readonly string[]): string | undefined {
  return folders.filter(folder => isInside(folder, path)).sort((a, b) => b.length - a.length)[0];
}

/** Name of the index directory for a set of folders, whatever their order: `index-1f3a…`. */
export function indexDirectoryName(folders: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify([...folders].sort()));
  return `index-${hash.digest('hex').slice(0, 16)}`;
}

export function isIndexDirectoryName(name: string): boolean {
  return /^index-[0-9a-f]{16}$/.test(name);
}
