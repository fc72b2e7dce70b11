import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
export const dist = join(root, 'dist');

/** The starter corpus, and the real documents beside the checkout where they are present. */
export const defaultCorpus: readonly string[] = [
  join(root, 'corpus'),
  join(root, '../shared/seeds'),
  join(root, '../shared/data/dev'),
].filter(path => existsSync(path));
