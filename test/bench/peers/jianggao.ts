import { openIndex } from '../../../src/node/indexDirectory.ts';
import type { Engine } from './engine.ts';
import { MAX_PLACES } from './peer.ts';

/**
 * Our own index, asked in the process: the exact number of occurrences and the first places in the order of what follows.
 * The real indexing child builds it (`ourselves.ts`).
 */
export const jianggao: Engine = {
  build: () => undefined,
  open(task) {
    const index = openIndex(task.directory);
    return {
      lookup(phrase) {
        const match = index.matches.of(phrase);
        index.matches.first(match, MAX_PLACES);
        return index.counts.occurrences(match);
      },
      close: () => index.close(),
    };
  },
};
