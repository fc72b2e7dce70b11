import { type Dirent, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, resolve } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import type { SkippedFile } from './indexDirectory.ts';

/** A file of the corpus as the file system describes it. */
export interface CorpusFile {
  readonly path: string;
  readonly size: number;
  readonly modifiedMs: number;
}

/** Files that are looked into; what they are is then told by their content. */
const SUFFIXES = new Set(
  '.txt .text .md .markdown .jg .jianggao .讲稿 .docx .docm .doc .wps .rtf .odt .pdf .html .htm'.split(' '),
);
/** A speech is some tens of kilobytes; a text file beyond this is something else. */
const MAX_TEXT_BYTES = 50 * 1024 * 1024;
/** Containers may hold pictures. */
const MAX_CONTAINER_BYTES = 100 * 1024 * 1024;
const CONTAINERS = new Set(['.docx', '.docm', '.doc', '.wps', '.odt', '.pdf', '.rtf']);
const IGNORE_FILE = '.ignore';

/**
 * Files below `paths` (folders or single files), in the order of their paths. Links are not followed, hidden entries and
 * `node_modules` are passed over, and so is what an `.ignore` file (in the syntax of .gitignore) names for its folder and
 * those below; what cannot be read or is of no known kind is reported as skipped.
 */
export function listCorpusFiles(paths: readonly string[]): { files: CorpusFile[]; skipped: SkippedFile[] } {
  const files = new Map<string, CorpusFile>();
  const skipped = new Map<string, string>();
  const visitFile = (path: string): void => {
    const suffix = extname(path).toLowerCase();
    if (!SUFFIXES.has(suffix)) {
      skipped.set(path, `暂不支持 ${extname(path) || '无后缀'} 格式`);
      return;
    }
    const { size, mtimeMs } = lstatSync(path);
    if (size > (CONTAINERS.has(suffix) ? MAX_CONTAINER_BYTES : MAX_TEXT_BYTES))
      skipped.set(path, `文件过大（${Math.round(size / 1024 / 1024)} MB）`);
    else files.set(path, { path, size, modifiedMs: mtimeMs });
  };
  const visit = (path: string, rules: readonly IgnoreRules[]): void => {
    try {
      const status = lstatSync(path);
      if (status.isDirectory()) {
        const entries = readdirSync(path, { withFileTypes: true });
        const own = entries.some(entry => entry.name === IGNORE_FILE && entry.isFile()) ? [readRules(path)] : [];
        const inForce = [...rules, ...own];
        for (const entry of entries) {
          const child = join(path, entry.name);
          if (!isHidden(entry) && !isIgnored(child, entry.isDirectory(), inForce)) visit(child, inForce);
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
  for (const path of paths) visit(resolve(path), []);
  return {
    files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    skipped: [...skipped].map(([path, reason]) => ({ path, reason })),
  };
}

/** The `.ignore` file of one folder. */
interface IgnoreRules {
  readonly folder: string;
  readonly matcher: Ignore;
}

function readRules(folder: string): IgnoreRules {
  return { folder, matcher: ignore().add(readFileSync(join(folder, IGNORE_FILE), 'utf8')) };
}

function isIgnored(path: string, isDirectory: boolean, rules: readonly IgnoreRules[]): boolean {
  return rules.some(({ folder, matcher }) => {
    const local = relative(folder, path).replaceAll('\\', '/');
    return matcher.ignores(isDirectory ? `${local}/` : local);
  });
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
