import { existsSync, renameSync, rmSync } from 'node:fs';
import { CheckedFile, writeCheckedFile } from './checkedFile.ts';

/** What a file of the user's own data holds: a value, or why there is none. */
type UserFileContent<T> = { readonly value: T } | 'absent' | 'damaged';

/** What was found wrong when user data was read. */
export type UserFileDamage = 'backup-used' | 'lost';

/**
 * A small file of data that cannot be made again from the corpus: JSON in checked blocks, with the state before the last one
 * beside it (`.bak`), readable by its owner alone.
 */
export class UserFile<T> {
  readonly #path: string;
  readonly #isValid: (value: unknown) => value is T;

  /** @param isValid what is checked and yet not of this form was written by another version */
  constructor(path: string, isValid: (value: unknown) => value is T) {
    this.#path = path;
    this.#isValid = isValid;
  }

  /** The latest state that can be believed, if any, and what was wrong. */
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
   * @param isDamaged whether the file on disk is: damage must not become the backup
   * @throws the system's error
   */
  write(value: T, isDamaged: boolean): void {
    // Between the two renames there is only the backup, and that is read too.
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
