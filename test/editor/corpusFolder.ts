// A corpus of a test's own, in place of the fixtures.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extensionApi, withSetting } from './extension.ts';
import { until } from './support.ts';

export interface CorpusFolder {
  readonly folder: string;
  write(name: string, content: string | Uint8Array): void;
  /** The fixtures are the corpus again, and the folder is gone. */
  leave(): Promise<void>;
}

/** Makes a folder with `files` the corpus, below `parent`, or where temporary files go. */
export async function enterCorpus(
  files: Readonly<Record<string, string | Uint8Array>>,
  parent = tmpdir(),
): Promise<CorpusFolder> {
  const folder = mkdtempSync(path.join(parent, 'jianggao-corpus-'));
  const write = (name: string, content: string | Uint8Array): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  };
  for (const [name, content] of Object.entries(files)) write(name, content);
  const restore = await withSetting('jianggao.corpus.folders', [folder]);
  const leave = async (): Promise<void> => {
    await restore();
    await untilKnown('功夫下在河里');
    rmSync(folder, { recursive: true });
  };
  return { folder, write, leave };
}

export function untilKnown(phrase: string): Promise<boolean> {
  const isKnown = async () => (await extensionApi().service.lookup({ phrase })).occurrences > 0;
  return until(isKnown, `${phrase} to be in the corpus`);
}
