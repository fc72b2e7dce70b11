import { readFileSync } from 'node:fs';
import { ZipArchive } from '../../src/node/formats/common/zip.ts';

/** Many files of one kind, which come and go with what they are copied from. */
const kinds: ReadonlyArray<readonly [RegExp, string]> = [
  [/^extension\/corpus\/.*\.(?:md|txt)$/, 'extension/corpus/*.md'],
  [/^extension\/dist\/cmaps\/.*\.bcmap$/, 'extension/dist/cmaps/*.bcmap'],
];

export interface PackagedFile {
  /** Path in the archive; one `*` name for all the files of a kind. */
  readonly name: string;
  readonly text: () => string;
}

/** What a .vsix holds, by name. */
export function contentsOf(file: string): readonly PackagedFile[] {
  const archive = new ZipArchive(readFileSync(file));
  const files = new Map<string, PackagedFile>();
  for (const path of archive.names) {
    const name = kinds.find(([pattern]) => pattern.test(path))?.[1] ?? path;
    files.set(name, { name, text: () => Buffer.from(archive.read(path) ?? []).toString('utf8') });
  }
  return [...files.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
