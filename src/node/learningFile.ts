import { existsSync, renameSync, rmSync } from 'node:fs';
import { Acceptance, type AcceptanceRecord } from '../core/complete/acceptance.ts';
import type { Learning, LearningDamage, LearnRequest, LearnResult } from '../core/complete/learning.ts';
import { CheckedFile, writeCheckedFile } from './checkedFile.ts';

interface Content {
  readonly version: 1;
  readonly records: readonly AcceptanceRecord[];
}

const millisecondsPerDay = 86_400_000;
const today = (): number => Math.floor(Date.now() / millisecondsPerDay);

/** Notes that could not be written are kept in memory up to this number of requests. */
const longestUnsaved = 1000;

/**
 * Counts kept in a file of checked blocks, with the state before the last one beside it (`.bak`). What is noted is added to what
 * the file says by then, so that several windows count together; of two that write in the same instant one loses its last few counts.
 * Where nothing can be written the error is passed on, and the counts hold for the life of the process.
 */
export class LearningFile implements Learning {
  readonly #path: string;
  #acceptance: Acceptance | undefined;
  #unsaved: LearnRequest[] = [];
  #damage: LearningDamage | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  get acceptance(): Acceptance {
    this.#acceptance ??= this.#read().acceptance;
    return this.#acceptance;
  }

  learn(request: LearnRequest): LearnResult {
    if (request.forget) this.#wipe();
    if (request.accepted?.length || request.refused?.length) this.#add(request);
    const suggestions = this.acceptance.records.length;
    const damage = this.#damage;
    this.#damage = undefined;
    return { suggestions, ...(damage && { damage }) };
  }

  get #backup(): string {
    return `${this.#path}.bak`;
  }

  #add(request: LearnRequest): void {
    this.#unsaved = [...this.#unsaved.slice(1 - longestUnsaved), request];
    const { acceptance, isDamaged } = this.#read();
    for (const events of this.#unsaved) acceptance.note(events);
    this.#acceptance = acceptance;
    const content: Content = { version: 1, records: acceptance.records };
    // Damage must not become the backup. Between the two renames there is only the backup, and that is read too.
    if (!isDamaged && existsSync(this.#path)) renameSync(this.#path, this.#backup);
    writeCheckedFile(this.#path, [new TextEncoder().encode(JSON.stringify(content))]);
    this.#unsaved = [];
  }

  #read(): { acceptance: Acceptance; isDamaged: boolean } {
    const content = readContent(this.#path);
    if (typeof content === 'object') return { acceptance: new Acceptance(today, content.records), isDamaged: false };
    const earlier = readContent(this.#backup);
    const isDamaged = content === 'damaged';
    if (isDamaged || earlier === 'damaged') this.#damage = typeof earlier === 'object' ? 'backup-used' : 'lost';
    return { acceptance: new Acceptance(today, typeof earlier === 'object' ? earlier.records : []), isDamaged };
  }

  #wipe(): void {
    for (const path of [this.#path, this.#backup]) rmSync(path, { force: true });
    this.#acceptance = undefined;
    this.#unsaved = [];
    this.#damage = undefined;
  }
}

function readContent(path: string): Content | 'absent' | 'damaged' {
  if (!existsSync(path)) return 'absent';
  try {
    const file = new CheckedFile(path);
    try {
      const bytes = new Uint8Array(file.size);
      file.read(0, bytes);
      const content = JSON.parse(new TextDecoder().decode(bytes)) as Content;
      return content.version === 1 && content.records.every(isRecord) ? content : 'damaged';
    } finally {
      file.close();
    }
  } catch {
    return 'damaged'; // a file that cannot be read is no more use than one whose sums are wrong
  }
}

/** The blocks are checked, so what is no record was written by another version. */
function isRecord(value: unknown): value is AcceptanceRecord {
  return Array.isArray(value) && value.length === 4 && value.every(part => Number.isFinite(part));
}
