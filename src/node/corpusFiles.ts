import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { extname, join, relative, resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import ignore, { type Ignore } from 'ignore';
import { decode } from '../core/document/decode.ts';
import { readSidecar, SIDECAR_SUFFIX, type Sidecar } from '../core/document/sidecar.ts';
import type { FileStamp } from '../core/index/format/storedDocument.ts';
import type { SkippedFile } from './indexManifest.ts';
import { reasonOf } from './systemErrors.ts';

/** A file of the corpus as the file system describes it. The stamp covers its sidecar too, so it changes if either of them does. */
export interface CorpusFile extends FileStamp {
  readonly path: string;
}

export interface CorpusListing {
  readonly files: readonly CorpusFile[];
  /** Sidecars by the path of their document. */
  readonly sidecars: ReadonlyMap<string, Sidecar>;
  /** Files that are left out, and sidecars that cannot be read. */
  readonly skipped: readonly SkippedFile[];
}

/** Suffixes of the files to open; their format is then determined by their content. */
const SUFFIXES = new Set(
  '.txt .text .md .markdown .jg .jianggao .讲稿 .docx .docm .doc .wps .rtf .odt .pdf .html .htm'.split(' '),
);
/** A speech has some tens of kilobytes; larger text files are something else. */
const MAX_TEXT_BYTES = 50 * 1024 * 1024;
/** Containers may contain pictures. */
const MAX_CONTAINER_BYTES = 100 * 1024 * 1024;
const MAX_SIDECAR_BYTES = 64 * 1024;
const CONTAINERS = new Set(['.docx', '.docm', '.doc', '.wps', '.odt', '.pdf', '.rtf']);
const IGNORE_FILE = '.ignore';
/** Stands for the bytes of a name that are no text; the file cannot be reached by such a name. */
const UNDECODABLE = '\ufffd';
/** The walk yields to other work at least this often. */
const TURN_INTERVAL_MS = 50;

/**
 * Files below `roots` (folders or single files), in the order of their paths. Hidden entries and `node_modules` are passed
 * over, and so is what an `.ignore` file (in the syntax of .gitignore) names for its folder and those below; what cannot be
 * read or is of no known kind is reported as skipped. A root may be a link, and one that is listed under another name
 * already is left out; links below are not followed.
 * @param onTurn called again and again while the walk goes on; what it throws ends it
 */
export async function listCorpusFiles(roots: readonly string[], onTurn?: () => void): Promise<CorpusListing> {
  const walk = new Walk();
  let pausedAt = performance.now();
  for (const _entry of walk.entries(roots)) {
    if (performance.now() - pausedAt < TURN_INTERVAL_MS) continue;
    await nextTurn();
    onTurn?.();
    pausedAt = performance.now();
  }
  const sidecars = walk.readSidecars();
  return {
    files: [...walk.files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    sidecars,
    skipped: [...walk.skipped].map(([path, reason]) => ({ path, reason })),
  };
}

/** The file system's own description of `file`, without its path. */
export function stampOf({ size, modifiedMs, changedMs, inode }: FileStamp): FileStamp {
  return { size, modifiedMs, changedMs, inode };
}

/** @throws the system's error if the file does not exist */
export function readStamp(path: string): FileStamp {
  return stampFrom(lstatSync(path));
}

/** A folder yet to be listed, with the rules of the folders above it. */
interface Folder {
  readonly path: string;
  readonly rules: readonly IgnoreRules[];
}

/** A walk that can pause after every entry. */
class Walk {
  readonly files = new Map<string, CorpusFile>();
  /** Path → reason. */
  readonly skipped = new Map<string, string>();
  readonly #folders: Folder[] = [];
  /** Path of the document → the sidecar's own stamp. */
  readonly #sidecars = new Map<string, FileStamp>();

  *entries(roots: readonly string[]): Generator<void> {
    const places = new Set<string>();
    for (const root of roots) {
      this.#guarded(resolve(root), path => {
        const place = realpathSync(path);
        const status = statSync(path);
        if (!places.has(place)) this.#visit(path, status, []);
        if (status.isFile()) this.#visitSidecarOf(path);
        places.add(place);
      });
      yield* this.#pendingFolders();
    }
  }

  *#pendingFolders(): Generator<void> {
    for (let folder = this.#folders.pop(); folder !== undefined; folder = this.#folders.pop()) {
      const { path, rules } = folder;
      let entries: Dirent[] = [];
      let inForce = rules;
      this.#guarded(path, () => {
        const found = readdirSync(path, { withFileTypes: true });
        const hasRules = found.some(entry => entry.name === IGNORE_FILE && !entry.isDirectory());
        if (hasRules) inForce = [...rules, readRules(path)];
        entries = found;
      });
      for (const entry of entries) {
        this.#guarded(join(path, entry.name), child => {
          if (isHidden(entry) || isIgnored(child, entry.isDirectory(), inForce)) return;
          this.#visit(child, lstatSync(child), inForce);
        });
        yield;
      }
    }
  }

  #visit(path: string, status: Stats, rules: readonly IgnoreRules[]): void {
    if (status.isDirectory()) this.#folders.push({ path, rules });
    else if (status.isFile()) this.#visitFile(path, status);
    else this.skipped.set(path, status.isSymbolicLink() ? '是链接，不跟随' : '不是普通文件');
  }

  #visitFile(path: string, status: Stats): void {
    const suffix = extname(path).toLowerCase();
    if (path.endsWith(SIDECAR_SUFFIX)) {
      this.#sidecars.set(path.slice(0, -SIDECAR_SUFFIX.length), stampFrom(status));
    } else if (!SUFFIXES.has(suffix)) {
      this.skipped.set(path, `暂不支持 ${extname(path) || '无后缀'} 格式`);
    } else if (status.size > (CONTAINERS.has(suffix) ? MAX_CONTAINER_BYTES : MAX_TEXT_BYTES)) {
      this.skipped.set(path, `文件过大（${Math.round(status.size / 1024 / 1024)} MB）`);
    } else {
      this.files.set(path, { path, ...stampFrom(status) });
    }
  }

  #visitSidecarOf(path: string): void {
    const sidecar = path + SIDECAR_SUFFIX;
    const status = lstatSync(sidecar, { throwIfNoEntry: false });
    if (status?.isFile()) this.#visitFile(sidecar, status);
  }

  /** To be called when all files are known. */
  readSidecars(): ReadonlyMap<string, Sidecar> {
    const read = new Map<string, Sidecar>();
    for (const [document, stamp] of this.#sidecars) {
      this.#guarded(document + SIDECAR_SUFFIX, path => {
        const file = this.files.get(document);
        if (file === undefined) this.skipped.set(path, '旁边没有它说明的文稿');
        else if (stamp.size > MAX_SIDECAR_BYTES)
          this.skipped.set(path, `文件过大（${Math.round(stamp.size / 1024)} KB）`);
        else {
          const { problems, ...sidecar } = readSidecar(readText(path));
          read.set(document, sidecar);
          this.files.set(document, { ...file, ...bothStamps(file, stamp) });
          if (problems[0] !== undefined) this.skipped.set(path, `${problems[0]}（文稿照常收录）`);
        }
      });
    }
    return read;
  }

  #guarded(path: string, work: (path: string) => void): void {
    try {
      work(path);
    } catch (error) {
      this.skipped.set(path, path.includes(UNDECODABLE) ? '文件名不是 UTF-8 编码，打不开' : reasonOf(error));
    }
  }
}

function stampFrom({ size, mtimeMs, ctimeMs, ino }: Stats): FileStamp {
  return { size, modifiedMs: mtimeMs, changedMs: ctimeMs, inode: ino };
}

/** A stamp that changes when either of the two files does. */
function bothStamps(file: FileStamp, sidecar: FileStamp): FileStamp {
  return {
    ...file,
    size: file.size + sidecar.size,
    modifiedMs: file.modifiedMs + sidecar.modifiedMs,
    changedMs: file.changedMs + sidecar.changedMs,
  };
}

/** The `.ignore` file of one folder. */
interface IgnoreRules {
  readonly folder: string;
  readonly matcher: Ignore;
}

function readRules(folder: string): IgnoreRules {
  return { folder, matcher: ignore().add(readText(join(folder, IGNORE_FILE))) };
}

/** Notepad writes such files in UTF-16 or the encoding of the system as well. */
function readText(path: string): string {
  return decode(readFileSync(path)).text;
}

/** The rules nearest to the path that say anything of it decide. */
function isIgnored(path: string, isDirectory: boolean, rules: readonly IgnoreRules[]): boolean {
  const answers = rules.map(({ folder, matcher }) => {
    const local = relative(folder, path).replaceAll('\\', '/');
    return matcher.test(isDirectory ? `${local}/` : local);
  });
  return answers.findLast(({ ignored, unignored }) => ignored || unignored)?.ignored ?? false;
}

function isHidden(entry: Dirent): boolean {
  return entry.name.startsWith('.') || entry.name === 'node_modules';
}
