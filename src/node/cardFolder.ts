import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { extname, join, relative } from 'node:path';
import type { Card, CardContent, CardStore } from '../core/cards/card.ts';
import { formatCard, parseCard } from '../core/cards/cardFile.ts';
import { decode } from '../core/document/decode.ts';

const SUFFIXES = new Set(['.md', '.markdown', '.txt']);
/** A card is a paragraph or a page; larger files are something else. */
const MAX_BYTES = 256 * 1024;
const MAX_CARDS = 10_000;
const MAX_DEPTH = 4;
/** Number of units of its text by which a card's file is named. */
const NAME_UNITS = 20;
const MAX_NAMESAKES = 1000;

/** The user's cards: a folder of Markdown files, one a card, also in subfolders. */
export class CardFolder implements CardStore {
  readonly #folder: string;
  #cards: readonly Card[] | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get cards(): readonly Card[] {
    this.#cards ??= this.#read();
    return this.#cards;
  }

  refresh(): readonly Card[] {
    this.#cards = undefined;
    return this.cards;
  }

  add(content: Omit<CardContent, 'kept'>): Card {
    mkdirSync(this.#folder, { recursive: true });
    const text = content.text.replaceAll('\0', ''); // a file with such units is not taken for text
    const path = this.#create(nameOf(text), formatCard({ ...content, text, kept: today() }));
    const card = this.refresh().find(each => each.path === path);
    if (card === undefined) throw new Error(`写入后读不到：${path}`);
    return card;
  }

  /** Creates a file under the first free name. The file appears as a whole, and no existing file is touched. */
  #create(name: string, text: string): string {
    const temporary = join(this.#folder, `.${process.pid}.${Date.now()}.tmp`);
    try {
      writeFlushed(temporary, text);
      for (let n = 1; n <= MAX_NAMESAKES; n++) {
        const path = join(this.#folder, `${name}${n === 1 ? '' : ` ${n}`}.md`);
        if (placeAt(temporary, path)) return path;
      }
    } finally {
      rmSync(temporary, { force: true });
    }
    throw new Error(`同名的素材太多：${name}`);
  }

  #read(): Card[] {
    const paths = filesBelow(this.#folder, MAX_DEPTH).slice(0, MAX_CARDS).sort();
    return paths.flatMap(path => this.#readCard(path) ?? []);
  }

  #readCard(path: string): Card | undefined {
    try {
      return parseCard(decode(readFileSync(path)).text, `card:${relative(this.#folder, path)}`, path);
    } catch {
      return undefined; // gone, or no text
    }
  }
}

function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function filesBelow(folder: string, depth: number): string[] {
  return entriesOf(folder).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) return [];
    if (entry.isDirectory()) return depth > 1 ? filesBelow(path, depth - 1) : [];
    return entry.isFile() && SUFFIXES.has(extname(entry.name).toLowerCase()) && isSmall(path) ? [path] : [];
  });
}

function entriesOf(folder: string): ReturnType<typeof listEntries> {
  try {
    return listEntries(folder);
  } catch {
    return []; // no card has been kept yet, or the folder cannot be read
  }
}

const listEntries = (folder: string) => readdirSync(folder, { withFileTypes: true });

function isSmall(path: string): boolean {
  try {
    return lstatSync(path).size <= MAX_BYTES;
  } catch {
    return false;
  }
}

/** The beginning of the text, without characters that file systems forbid in names. */
function nameOf(text: string): string {
  // Control characters, direction marks and the characters that Windows reserves.
  const plain = text.replace(/[\p{C}\p{Z}\\/:*?"<>|#^[\]]+/gu, ' ').trim();
  const name = Array.from(plain)
    .slice(0, NAME_UNITS)
    .join('')
    .replace(/(?<![. ])[. ]+$/, '')
    .replace(/^\.+/, '');
  return /^(?:con|prn|aux|nul|com\d|lpt\d)?$/iu.test(name) ? `素材${name}` : name;
}

function writeFlushed(path: string, text: string): void {
  const file = openSync(path, 'wx');
  try {
    const bytes = new TextEncoder().encode(text);
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Gives the file `from` the second name `to` if that is free. The file is copied if the file system has no hard links. */
function placeAt(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
  }
  try {
    copyFileSync(from, to, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
