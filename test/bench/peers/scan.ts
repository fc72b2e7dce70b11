import { textsOf } from '../cleanCorpus.ts';
import { type Engine, Places } from './engine.ts';
import { MAX_PLACES } from './peer.ts';

/** `indexOf` over every text, all of them in memory: what an exact answer is. */
export const scan: Engine = {
  open(task) {
    const texts = [...textsOf(task.corpus)];
    return {
      lookup(phrase) {
        const places = new Places(MAX_PLACES);
        for (const [document, text] of texts.entries()) places.scan(document, text, phrase);
        return places.count;
      },
      add: text => void texts.push(text),
      close: () => undefined,
    };
  },
};
