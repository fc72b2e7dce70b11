import { inflateRawSync } from 'node:zlib';
import { viewOf } from './bytes.ts';
import { FormatError } from './formatText.ts';

export interface ZipLimits {
  /** Most bytes one entry may unpack to. */
  readonly entryBytes: number;
  /** Most entries an archive may list; real documents have a few dozen. */
  readonly entries: number;
}

const LIMITS: ZipLimits = { entryBytes: 64 * 1024 * 1024, entries: 10_000 };

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const MAX_COMMENT = 0xffff;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

interface ZipEntry {
  readonly flags: number;
  readonly method: number;
  readonly packedBytes: number;
  readonly localOffset: number;
}

/**
 * The entries of a ZIP archive in memory, unpacked one by one when asked for. Names are keys and nothing else; the sizes an
 * archive claims for its entries are not believed, what comes out is counted. Every fault is a {@link FormatError}.
 */
export class ZipArchive {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #limits: ZipLimits;
  readonly #entries: ReadonlyMap<string, ZipEntry>;

  constructor(bytes: Uint8Array, limits: Partial<ZipLimits> = {}) {
    this.#bytes = bytes;
    this.#view = viewOf(bytes);
    this.#limits = { ...LIMITS, ...limits };
    this.#entries = this.#readDirectory();
  }

  get names(): Iterable<string> {
    return this.#entries.keys();
  }

  /** Unpacked bytes of the entry, `undefined` where there is none of that name. */
  read(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(name);
    if (entry === undefined) return undefined;
    if ((entry.flags & ENCRYPTED) !== 0) throw new FormatError('已加密');
    const packed = this.#packed(entry);
    if (entry.method === STORED) {
      if (packed.length > this.#limits.entryBytes) throw this.#tooLarge();
      return packed;
    }
    if (entry.method !== DEFLATED) throw new FormatError(`不支持的压缩方式（${entry.method}）`);
    try {
      return inflateRawSync(packed, { maxOutputLength: this.#limits.entryBytes });
    } catch (error) {
      if (isCode(error, 'ERR_BUFFER_TOO_LARGE')) throw this.#tooLarge();
      throw new FormatError('损坏：压缩数据读不出来');
    }
  }

  #packed({ localOffset, packedBytes }: ZipEntry): Uint8Array {
    if (localOffset + LOCAL_BYTES > this.#bytes.length || this.#u32(localOffset) !== LOCAL_SIGNATURE) {
      throw new FormatError('损坏：压缩包内的文件位置不对');
    }
    const start = localOffset + LOCAL_BYTES + this.#u16(localOffset + 26) + this.#u16(localOffset + 28);
    if (start + packedBytes > this.#bytes.length) throw new FormatError('损坏：压缩包不完整');
    return this.#bytes.subarray(start, start + packedBytes);
  }

  #readDirectory(): Map<string, ZipEntry> {
    const end = this.#findEnd();
    const count = this.#u16(end + 10);
    // ZIP64 says 0xffff here; no document of a sane size needs it.
    if (count > this.#limits.entries) throw new FormatError('压缩包内的文件太多');
    const entries = new Map<string, ZipEntry>();
    let at = this.#u32(end + 16);
    for (let i = 0; i < count; i++) {
      if (at + ENTRY_BYTES > this.#bytes.length || this.#u32(at) !== ENTRY_SIGNATURE) {
        throw new FormatError('损坏：压缩包的目录读不出来');
      }
      const nameBytes = this.#u16(at + 28);
      const name = UTF8.decode(this.#bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes));
      // Of two entries of one name the first counts: one document, whichever other reader saw the second.
      if (!entries.has(normalized(name))) {
        entries.set(normalized(name), {
          flags: this.#u16(at + 8),
          method: this.#u16(at + 10),
          packedBytes: this.#u32(at + 20),
          localOffset: this.#u32(at + 42),
        });
      }
      at += ENTRY_BYTES + nameBytes + this.#u16(at + 30) + this.#u16(at + 32);
    }
    return entries;
  }

  /** Position of the record that ends the archive; a comment of any length may follow it. */
  #findEnd(): number {
    const lowest = Math.max(0, this.#bytes.length - END_BYTES - MAX_COMMENT);
    for (let at = this.#bytes.length - END_BYTES; at >= lowest; at--) {
      if (this.#bytes[at] === 0x50 && this.#u32(at) === END_SIGNATURE) return at;
    }
    throw new FormatError('损坏：压缩包不完整');
  }

  #tooLarge(): FormatError {
    return new FormatError(`解压后超过 ${Math.round(this.#limits.entryBytes / 1024 / 1024)} MB`);
  }

  #u16(at: number): number {
    return this.#view.getUint16(at, true);
  }

  #u32(at: number): number {
    return this.#view.getUint32(at, true);
  }
}

const UTF8 = new TextDecoder();

/** «word\document.xml», «/word/document.xml» → «word/document.xml», as some Windows programs write them. */
function normalized(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '');
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
