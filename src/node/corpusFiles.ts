import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import type { SkippedFile } from './indexDirectory.ts';

/** A file of the corpus as the file system describes it. */
export interface CorpusFile {
  readonly path: string;
  readonly size: number;
  readonly modifiedMs: number;
}

const TEXT_SUFFIXES = new Set(['.txt', '.text', '.md', '.markdown', '.jg', '.jianggao', '.讲稿']);
/** A speech is some tens of kilobytes; a text file beyond this is something else. */
const MAX_TEXT_BYTES = 50 * 1024 * 1024;

/**
 * Files below `paths` (folders or single files), in the order of their paths. Links are not followed, hidden entries and
 * `node_modules` are passed over; what cannot be read or is of no known kind is reported as skipped.
 */
export function listCorpusFiles(paths: readonly string[]): { files: CorpusFile[]; skipped: SkippedFile[] } {
  const files = new Map<string, CorpusFile>();
  const skipped = new Map<string, string>();
  const visitFile = (path: string): void => {
    if (!TEXT_SUFFIXES.has(extname(path).toLowerCase())) {
      skipped.set(path, `暂不支持 ${extname(path) || '无后缀'} 格式`);
      return;
    }
    const { size, mtimeMs } = lstatSync(path);
    if (size > MAX_TEXT_BYTES) skipped.set(path, `文件过大（${Math.round(size / 1024 / 1024)} MB）`);
    else files.set(path, { path, size, modifiedMs: mtimeMs });
  };
  const visit = (path: string): void => {
    try {
      const status = lstatSync(path);
      if (status.isDirectory()) {
        for (const entry of readdirSync(path, { withFileTypes: true })) {
          if (!isHidden(entry)) visit(join(path, entry.name));
        }
      } else if (status.isFile()) {
        visitFile(path);
      } else {
        skipped.set(path, status.isSymbolicLink() ? '是链接，不跟随' : '不是普通文件');
      }
    } catch (error) {
      skipped.set(path, reasonOf(error));
    }
  };
  for (const path of paths) visit(resolve(path));
  return {
    files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    skipped: [...skipped].map(([path, reason]) => ({ path, reason })),
  };
}

/** Why the file system refused, in the user's words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return '文件不存在';
    case 'EACCES':
    case 'EPERM':
      return '没有读取权限';
    case 'EBUSY':
      return '文件被其他程序占用';
    default:
      return `无法读取：${message}`;
  }
}

function isHidden(entry: Dirent): boolean {
  return entry.name.startsWith('.') || entry.name === 'node_modules';
}
