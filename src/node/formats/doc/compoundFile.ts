import { viewOf } from '../common/bytes.ts';
import { orDamaged } from '../common/damage.ts';
import { FormatError } from '../common/formatText.ts';

/** Streams of a compound file (the container of .doc, .xls, .ppt and of encrypted .docx), by name. */
export interface CompoundFile {
  /** Content of a stream at the top: «WordDocument», «1Table». Those of embedded objects lie deeper. */
  stream(name: string): Uint8Array | undefined;
}

interface Entry {
  readonly name: string;
  readonly isStream: boolean;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const ENTRIES_IN_HEADER = 109;
/** Numbers from here on are no sectors: end of a chain, free, part of a table. */
const LAST_SECTOR = 0xfffffffa;
const STREAM = 2;

/**
 * Opens the container ([MS-CFB]); throws `FormatError` if its tables lead nowhere. Our own reader, as cfb 1.2.2 follows a
 * chain of sectors that bites its tail until memory is full.
 */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  return orDamaged('复合文档', () => {
    const container = new Container(bytes);
    return { stream: name => orDamaged('复合文档', () => container.stream(name)) };
  });
}

class Container {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #sectorBytes: number;
  readonly #miniSectorBytes: number;
  /** Which sector follows each, and the same for the small sectors within the stream of the root. */
  readonly #next: DataView;
  readonly #miniNext: DataView;
  readonly #miniLimit: number;
  readonly #miniStream: Uint8Array;
  readonly #top: ReadonlyMap<string, Entry>;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = viewOf(bytes);
    this.#sectorBytes = this.#power(30, 7, 16);
    this.#miniSectorBytes = this.#power(32, 2, 16);
    this.#next = viewOf(this.#join(this.#tableSectors()));
    this.#miniNext = viewOf(this.#join(this.#chain(this.#view.getUint32(60, true))));
    this.#miniLimit = this.#view.getUint32(56, true);
    const entries = entriesOf(this.#join(this.#chain(this.#view.getUint32(48, true))));
    const root = entries[0];
    if (root === undefined) throw new FormatError('损坏：复合文档没有目录');
    this.#miniStream = this.#join(this.#chain(root.start));
    this.#top = siblings(entries, root.child);
  }

  stream(name: string): Uint8Array | undefined {
    const entry = this.#top.get(name);
    if (entry === undefined || entry.size === 0) return undefined;
    const isMini = entry.size < this.#miniLimit;
    const content = isMini ? this.#joinMini(entry.start) : this.#join(this.#chain(entry.start));
    return content.subarray(0, entry.size);
  }

  #power(at: number, least: number, most: number): number {
    const exponent = this.#view.getUint16(at, true);
    if (exponent < least || exponent > most) throw new FormatError('损坏：不是完整的复合文档');
    return 2 ** exponent;
  }

  /** Sectors of the table of sectors: the first stand in the header, the others in sectors of their own, chained. */
  #tableSectors(): number[] {
    const sectors: number[] = [];
    const add = (from: number, count: number) => {
      for (let at = from; at < from + count * 4 && at + 4 <= this.#bytes.length; at += 4) {
        const sector = this.#view.getUint32(at, true);
        if (sector < LAST_SECTOR) sectors.push(sector);
      }
    };
    add(76, ENTRIES_IN_HEADER);
    const inSector = this.#sectorBytes / 4 - 1;
    const seen = new Set<number>();
    for (let sector = this.#view.getUint32(68, true); sector < LAST_SECTOR && !seen.has(sector); ) {
      seen.add(sector);
      const at = HEADER_BYTES + sector * this.#sectorBytes;
      if (at + this.#sectorBytes > this.#bytes.length) break;
      add(at, inSector);
      sector = this.#view.getUint32(at + inSector * 4, true);
    }
    return sectors;
  }

  #chain(start: number): number[] {
    return follow(this.#next, start, Math.ceil(this.#bytes.length / this.#sectorBytes));
  }

  /** Sectors behind the end of a file that was cut are left out. No more than the whole file comes together. */
  #join(sectors: readonly number[]): Uint8Array {
    const first = Math.max(HEADER_BYTES, this.#sectorBytes);
    return concat(this.#bytes, sectors, this.#sectorBytes, first);
  }

  #joinMini(start: number): Uint8Array {
    const limit = Math.ceil(this.#miniStream.length / this.#miniSectorBytes);
    return concat(this.#miniStream, follow(this.#miniNext, start, limit), this.#miniSectorBytes, 0);
  }
}

function follow(next: DataView, start: number, limit: number): number[] {
  const chain: number[] = [];
  for (let sector = start; sector < LAST_SECTOR; sector = next.getUint32(sector * 4, true)) {
    if (chain.length > limit) throw new FormatError('损坏：复合文档的扇区链成环');
    chain.push(sector);
    if (sector * 4 + 4 > next.byteLength) break;
  }
  return chain;
}

function concat(bytes: Uint8Array, sectors: readonly number[], size: number, first: number): Uint8Array {
  const parts = sectors.map(sector => bytes.subarray(first + sector * size, first + (sector + 1) * size));
  return Buffer.concat(parts.slice(0, Math.ceil(bytes.length / size) + 1));
}

function entriesOf(directory: Uint8Array): Entry[] {
  const view = viewOf(directory);
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
    const nameBytes = Math.min(Math.max(0, view.getUint16(at + 64, true) - 2), 62);
    entries.push({
      name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + nameBytes)),
      isStream: view.getUint8(at + 66) === STREAM,
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}

/** The streams beside each other in a folder, which are linked as a tree. */
function siblings(entries: readonly Entry[], start: number): Map<string, Entry> {
  const found = new Map<string, Entry>();
  const seen = new Set<number>();
  const waiting = [start];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const entry = entries[number];
    if (entry === undefined || seen.has(number)) continue;
    seen.add(number);
    if (entry.isStream) found.set(entry.name, entry);
    waiting.push(entry.left, entry.right);
  }
  return found;
}
