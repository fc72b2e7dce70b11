import { existsSync, renameSync, rmSync } from 'node:fs';
import { CheckedFile } from './checkedFile.ts';
import { writeCheckedFile } from './writeCheckedFile.ts';

/** The content of a file with the user's own data: a value, or the reason why there is none. */
type UserFileContent<T> = { readonly value: T } | 'absent' | 'damaged';

/** The damage found when user data was read. */
export type UserFileDamage = 'backup-used' | 'lost';

/**
 * A small file of data that cannot be rebuilt from the corpus: JSON in checksummed blocks, with the previous state beside it (`.bak`),
 * readable by its owner only.
 */
export class UserFile<T> {
  readonly #path: string;
  readonly #isValid: (value: unknown) => value is T;

  /** @param isValid tells values of this version; a value with valid checksums and another shape was written by another version */
  constructor(path: string, isValid: (value: unknown) => value is T) {
    this.#path = path;
    this.#isValid = isValid;
  }

  /** The latest undamaged state, if any, and the damage that was found. */
  read(): { readonly value: T | undefined; readonly isDamaged: boolean; readonly damage: UserFileDamage | undefined } {
    const latest = this.#readFrom(this.#path);
    if (typeof latest === 'object') return { value: latest.value, isDamaged: false, damage: undefined };
    const earlier = this.#readFrom(this.#backup);
    const isDamaged = latest === 'damaged';
    const value = typeof earlier === 'object' ? earlier.value : undefined;
    const damage = value === undefined ? 'lost' : 'backup-used';
    return { value, isDamaged, damage: isDamaged || earlier === 'damaged' ? damage : undefined };
  }

  /**
   * @param isDamaged whether the file on disk is damaged and must not become the backup
   * @throws the system's error
   */
  write(value: T, isDamaged: boolean): void {
    // Between the two renames only the backup exists; `read` uses it then.
    if (!isDamaged && existsSync(this.#path)) renameSync(this.#path, this.#backup);
    writeCheckedFile(this.#path, [new TextEncoder().encode(JSON.stringify(value))]);
  }

  remove(): void {
    for (const path of [this.#path, this.#backup]) rmSync(path, { force: true });
  }

  get #backup(): string {
    return `${this.#path}.bak`;
  }

  #readFrom(path: string): UserFileContent<T> {
    if (!existsSync(path)) return 'absent';
    try {
      const file = new CheckedFile(path);
      try {
        const bytes = new Uint8Array(file.size);
        file.read(0, bytes);
        const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
        return this.#isValid(value) ? { value } : 'damaged';
      } finally {
        file.close();
      }
    } catch {
      return 'damaged'; // a file that cannot be read is no more use than one whose sums are wrong
    }
  }
}
