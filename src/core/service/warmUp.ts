import { readMoreTraits } from '../complete/documentTraits.ts';
import type { Dictionaries } from '../hover/dictionaries.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { PhraseLexicon } from '../lexicon/phraseLexicon.ts';

/**
 * Makes in short pieces what the first requests of a session would else wait for: what completion chooses among documents by, how often the
 * most frequent words occur, the phrases and idioms a hover asks about, and the index's own bytes, which are verified and then in the memory of the system. Damage is passed over here;
 * the request that needs the damaged part reports it.
 */
export function* warmUp(index: CorpusIndex, lexicon: PhraseLexicon, dictionaries: Dictionaries): Generator<undefined> {
  try {
    while (readMoreTraits(index)) yield;
    while (index.frequencies.countNext()) yield;
    while (lexicon.advance()) yield;
    dictionaries.prepare();
    while (!index.isClosed && index.verifyNext()) yield;
  } catch {
    return;
  }
}
