import { Index } from 'flexsearch';
import { textsOf } from '../cleanCorpus.ts';
import { bigrams, type Engine, Places } from './engine.ts';
import { MAX_PLACES } from './peer.ts';

/** FlexSearch over character pairs of paragraphs: all pairs of the phrase must be there, then `indexOf` looks whether in a row. */
export const flexSearch: Engine = {
  open(task) {
    const paragraphs: string[] = [];
    const index = new Index({ tokenize: 'strict', encode: bigrams, resolution: 1, fastupdate: false });
    const add = (text: string): void => {
      for (const paragraph of text.split('\n')) {
        index.add(paragraphs.length, paragraph);
        paragraphs.push(paragraph);
      }
    };
    for (const text of textsOf(task.corpus)) add(text);
    return {
      lookup(phrase) {
        const places = new Places(MAX_PLACES);
        const found = index.search(phrase, { limit: paragraphs.length }) as readonly number[];
        for (const id of found) places.scan(id, paragraphs[id]!, phrase);
        return places.count;
      },
      add,
      close: () => undefined,
    };
  },
};
