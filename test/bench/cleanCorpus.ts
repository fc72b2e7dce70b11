import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAny } from '../../src/indexer/importFile.ts';
import { listCorpusFiles } from '../../src/node/corpusFiles.ts';
import { generator } from '../unit/support/random.ts';
import { dist } from './paths.ts';

/** A corpus of one size: the same documents as files of the user and as clean texts. Plain data. */
export interface CleanCorpus {
  readonly name: string;
  /** The users' files, for what reads them itself. */
  readonly sources: readonly string[];
  /** Folders of clean texts, UTF-8, a file a document: for everything else. */
  readonly folders: readonly string[];
  readonly documents: number;
  /** UTF-16 units of clean text. */
  readonly characters: number;
}

export interface CleanDocument {
  readonly path: string;
  readonly text: string;
}

/** One document in so many is kept out of every corpus, to be drafted and added. */
const HELD_OUT_SHARE = 100;
const MIN_HELD_OUT = 3;
const SEED = 20261122;

/** Documents as import leaves them, in an order that only depends on the files' names and sizes. */
export class DocumentPool {
  /** Documents of no corpus. */
  readonly heldOut: readonly CleanDocument[];
  readonly #paths: readonly string[];
  readonly #directory: string;
  #next = 0;
  #corpus: CleanCorpus = { name: '', sources: [], folders: [], documents: 0, characters: 0 };

  private constructor(heldOut: readonly CleanDocument[], paths: readonly string[], directory: string) {
    this.heldOut = heldOut;
    this.#paths = paths;
    this.#directory = directory;
  }

  /** @param directory where clean texts are put */
  static async open(roots: readonly string[], directory: string): Promise<DocumentPool> {
    const paths = shuffled((await listCorpusFiles(roots)).files.map(file => file.path));
    const heldOut: CleanDocument[] = [];
    const wanted = Math.max(MIN_HELD_OUT, Math.floor(paths.length / HELD_OUT_SHARE));
    while (heldOut.length < wanted && paths.length > 0) {
      const path = paths.pop()!;
      const text = await cleanTextOf(path);
      if (text !== undefined) heldOut.push({ path, text });
    }
    return new DocumentPool(heldOut, paths, directory);
  }

  /** The last corpus with more documents, up to `characters` of them. Sizes are asked for in ascending order. */
  async grow(name: string, characters: number): Promise<CleanCorpus> {
    const folder = join(this.#directory, String(this.#corpus.folders.length));
    mkdirSync(folder, { recursive: true });
    const sources = [...this.#corpus.sources];
    let { documents, characters: total } = this.#corpus;
    for (; this.#next < this.#paths.length; this.#next++) {
      const path = this.#paths[this.#next]!;
      const text = await cleanTextOf(path);
      if (text === undefined) continue;
      if (total + text.length > characters) break;
      writeFileSync(join(folder, `${String(this.#next).padStart(6, '0')}.txt`), text);
      sources.push(path);
      documents++;
      total += text.length;
    }
    this.#corpus = { name, sources, folders: [...this.#corpus.folders, folder], documents, characters: total };
    return this.#corpus;
  }

  get isEmpty(): boolean {
    return this.#next >= this.#paths.length;
  }
}

/** Clean texts of all documents, in a fixed order. */
export function* textsOf({ folders }: CleanCorpus): Generator<string> {
  for (const folder of folders) {
    for (const name of readdirSync(folder).sort()) yield readFileSync(join(folder, name), 'utf8');
  }
}

export function emptyDirectory(path: string): string {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  return path;
}

/** `undefined` for what our index leaves out or might: it is in no corpus, ours or a peer's. */
async function cleanTextOf(path: string): Promise<string | undefined> {
  try {
    const { clean, raw, metadata } = await readAny(readFileSync(path), path, join(dist, 'cmaps'));
    const isDoubtful = raw.replacementRatio > 0 || metadata.classification !== undefined;
    return isDoubtful || clean.text.trim() === '' ? undefined : clean.text;
  } catch {
    return undefined;
  }
}

function shuffled(paths: readonly string[]): string[] {
  const random = generator(SEED);
  const drawn = [...paths];
  for (let i = drawn.length - 1; i > 0; i--) {
    const k = Math.floor(random() * (i + 1));
    [drawn[i], drawn[k]] = [drawn[k]!, drawn[i]!];
  }
  return drawn;
}
