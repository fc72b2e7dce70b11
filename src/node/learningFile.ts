import { Acceptance, type AcceptanceRecord } from '../core/complete/acceptance.ts';
import type { Learning, LearningDamage, LearnRequest, LearnResult } from '../core/complete/learning.ts';
import { UserFile } from './userFile.ts';

interface Content {
  readonly version: 1;
  readonly records: readonly AcceptanceRecord[];
}

const MILLISECONDS_PER_DAY = 86_400_000;
const today = (): number => Math.floor(Date.now() / MILLISECONDS_PER_DAY);

/** Counts that could not be written are kept in memory for at most this many requests. */
const MOST_UNSAVED = 1000;

/**
 * The counts of accepted and refused suggestions in a `UserFile`. New counts are added to the current content of the file, so that several
 * windows count together; if two write at the same instant, one loses its last few counts. If the file cannot be written the error is
 * passed on, and the counts hold for the life of the process.
 */
export class LearningFile implements Learning {
  readonly #file: UserFile<Content>;
  #acceptance: Acceptance | undefined;
  #unsaved: LearnRequest[] = [];
  #damage: LearningDamage | undefined;

  constructor(path: string) {
    this.#file = new UserFile(path, isContent);
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

  #add(request: LearnRequest): void {
    this.#unsaved = [...this.#unsaved.slice(1 - MOST_UNSAVED), request];
    const { acceptance, isDamaged } = this.#read();
    for (const events of this.#unsaved) acceptance.note(events);
    this.#acceptance = acceptance;
    this.#file.write({ version: 1, records: acceptance.records }, isDamaged);
    this.#unsaved = [];
  }

  #read(): { acceptance: Acceptance; isDamaged: boolean } {
    const { value, isDamaged, damage } = this.#file.read();
    if (damage !== undefined) this.#damage = damage;
    return { acceptance: new Acceptance(today, value?.records ?? []), isDamaged };
  }

  #wipe(): void {
    this.#file.remove();
    this.#acceptance = undefined;
    this.#unsaved = [];
    this.#damage = undefined;
  }
}

function isContent(value: unknown): value is Content {
  const { version, records } = value as Partial<Content>;
  return version === 1 && Array.isArray(records) && records.every(isRecord);
}

/** The blocks are checksummed, so a value of another shape was written by another version. */
function isRecord(value: unknown): value is AcceptanceRecord {
  return Array.isArray(value) && value.length === 4 && value.every(part => Number.isFinite(part));
}
