import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const made: string[] = [];

/** A fresh folder, removed after the test run. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'jianggao-test-'));
  made.push(directory);
  return directory;
}

export function writeFiles(directory: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), content);
  }
}

after(function () {
  this.timeout(60_000); // some hold tens of thousands of files
  for (const directory of made) rmSync(directory, { recursive: true, force: true });
});

export const dist = join(import.meta.dirname, '../../dist');
export const starterCorpus = join(import.meta.dirname, '../../corpus');
/** Real speeches beside the checkout, where a developer has them; tests say so when they are absent. */
export const seeds = join(import.meta.dirname, '../../../shared/seeds');
