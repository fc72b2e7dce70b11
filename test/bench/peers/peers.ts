import { spawnSync } from 'node:child_process';
import { enginePeer } from './enginePeer.ts';
import { lucene } from './lucene.ts';
import { ourselves } from './ourselves.ts';
import type { Peer } from './peer.ts';

/** Beyond this the libraries that keep everything in objects take gigabytes and minutes. */
const MAX_OBJECTS = 10_000_000;

/** Who is compared; ourselves first. */
export const peers: readonly Peer[] = [
  ourselves,
  lucene,
  enginePeer('fts5', {
    name: 'SQLite FTS5 trigram',
    method:
      'MATCH for the paragraphs, indexOf in them (2 characters: every row is looked at); exact count, first 1,000 places',
  }),
  enginePeer('miniSearch', {
    name: 'MiniSearch',
    method: 'character pairs of paragraphs, AND, then indexOf; in memory; exact count, first 1,000 places',
    maxCharacters: MAX_OBJECTS,
    isInMemory: true,
  }),
  enginePeer('flexSearch', {
    name: 'FlexSearch',
    method: 'character pairs of paragraphs, AND, then indexOf; in memory; exact count, first 1,000 places',
    maxCharacters: MAX_OBJECTS,
    isInMemory: true,
  }),
  enginePeer('ripgrep', {
    name: 'ripgrep',
    method:
      'rg --fixed-strings --count-matches over the clean texts as files, start of the process included; count only',
    isInMemory: true,
    skipsOverlaps: true,
    missing: () =>
      spawnSync('rg', ['--version']).status === 0 ? undefined : 'ripgrep is missing: apt-get install ripgrep',
  }),
  enginePeer('scan', {
    name: 'plain scan',
    method: 'indexOf over all texts in memory: exact count, first 1,000 places; what the others must agree with',
    isInMemory: true,
  }),
];
