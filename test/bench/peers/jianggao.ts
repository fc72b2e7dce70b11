import { openIndex } from '../../../src/node/indexDirectory.ts';
import type { Engine } from './engine.ts';
import { MAX_PLACES } from './peer.ts';

/** Our own index, asked in the process as the service asks it. The real indexing child builds it (`ourselves.ts`). */
export const jianggao: Engine = {
  build: () => undefined,
  open(task) {
    const index = openIndex(task.directory);
    return {
      lookup(phrase) {
        const match = index.match(phrase);
        const { occurrences } = index.count(match);
        index.occurrences(match).slice(0, MAX_PLACES);
        return occurrences;
      },
      close: () => index.close(),
    };
  },
};
