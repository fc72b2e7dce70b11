import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { cleanTextOf, type Random } from './faultSupport.ts';

type Change = 'edit' | 'add' | 'delete' | 'rename';
const CHANGES: readonly Change[] = ['edit', 'edit', 'edit', 'add', 'delete', 'rename'];

/** A corpus folder that changes at random, with what its files say: what an index of it must agree with. */
export class ChangingCorpus {
  readonly directory: string;
  /** Clean text by path, of every file. */
  readonly #texts = new Map<string, string>();
  readonly #random: Random;
  #made = 0;

  /** Takes the text files below `source` into `directory`, as links: a file is written anew when it changes, never in place. */
  constructor(source: string, directory: string, random: Random) {
    this.directory = directory;
    this.#random = random;
    for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || extname(entry.name) !== '.txt') continue;
      const original = join(entry.parentPath, entry.name);
      const path = join(directory, relative(source, original));
      mkdirSync(dirname(path), { recursive: true });
      linkOrCopy(original, path);
      this.#texts.set(path, cleanTextOf(path));
    }
  }

  /** The texts as they are now; later changes do not show in it. */
  texts(): ReadonlyMap<string, string> {
    return new Map(this.#texts);
  }

  /** The index need not find this file. */
  leaveOut(path: string): void {
    this.#texts.delete(path);
  }

  /** One random change of one file. */
  change(): Change {
    const change = this.#random.pick(CHANGES);
    const path = this.#random.pick([...this.#texts.keys()]);
    switch (change) {
      case 'edit':
        this.#write(path, this.#edited(readFileSync(path, 'utf8')));
        break;
      case 'add':
        this.#write(this.#newPath(path), this.#composed());
        break;
      case 'delete':
        rmSync(path);
        this.#texts.delete(path);
        break;
      case 'rename': {
        const target = this.#newPath(path);
        renameSync(path, target);
        this.#texts.set(target, cleanTextOf(target)); // a title may come from the name, so the text is read again
        this.#texts.delete(path);
        break;
      }
    }
    return change;
  }

  #newPath(beside: string): string {
    return join(dirname(beside), `改动${++this.#made}.txt`);
  }

  #write(path: string, raw: string): void {
    const temporary = `${path}.tmp`;
    writeFileSync(temporary, raw);
    renameSync(temporary, path);
    this.#texts.set(path, cleanTextOf(path));
  }

  /** `raw` with a paragraph of another file put in, one taken out, or some characters changed. */
  #edited(raw: string): string {
    const lines = raw.split('\n');
    const at = this.#random.below(lines.length);
    switch (this.#random.below(3)) {
      case 0:
        lines.splice(at, 0, this.#paragraph());
        break;
      case 1:
        if (lines.length > 1) lines.splice(at, 1, this.#paragraph());
        break;
      default:
        lines[at] = `${lines[at]!.slice(0, lines[at]!.length / 2)}第${++this.#made}处改动。`;
    }
    return lines.join('\n');
  }

  #composed(): string {
    const paragraphs = Array.from({ length: 2 + this.#random.below(30) }, () => this.#paragraph());
    return [`第${++this.#made}篇新稿`, ...paragraphs].join('\n');
  }

  #paragraph(): string {
    const raw = readFileSync(this.#random.pick([...this.#texts.keys()]), 'utf8');
    return this.#random.pick(raw.split('\n').filter(line => line.trim() !== '')) ?? '';
  }
}

function linkOrCopy(original: string, path: string): void {
  try {
    linkSync(original, path);
  } catch {
    copyFileSync(original, path);
  }
}
