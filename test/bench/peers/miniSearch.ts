import MiniSearch from 'minisearch';
import { textsOf } from '../cleanCorpus.ts';
import { bigrams, type Engine, Places } from './engine.ts';
import { MAX_PLACES } from './peer.ts';

/** MiniSearch over character pairs of paragraphs: all pairs of the phrase must be there, then `indexOf` looks whether in a row. */
export const miniSearch: Engine = {
  open(task) {
    const paragraphs: string[] = [];
    const index = new MiniSearch<{ readonly id: number; readonly text: string }>({
      fields: ['text'],
      tokenize: bigrams,
      processTerm: term => term,
      searchOptions: { combineWith: 'AND', tokenize: bigrams, processTerm: term => term },
    });
    const add = (text: string): void => {
      for (const paragraph of text.split('\n')) {
        index.add({ id: paragraphs.length, text: paragraph });
        paragraphs.push(paragraph);
      }
    };
    for (const text of textsOf(task.corpus)) add(text);
    return {
      lookup(phrase) {
        const places = new Places(MAX_PLACES);
        for (const { id } of index.search(phrase)) places.scan(id as number, paragraphs[id as number]!, phrase);
        return places.count;
      },
      add,
      close: () => undefined,
    };
  },
};
