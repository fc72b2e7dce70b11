import { readMoreTraits } from '../complete/documentTraits.ts';
import type { Dictionaries } from '../hover/dictionaries.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { PhraseLexicon } from '../lexicon/phraseLexicon.ts';

/**
 * Does, in short pieces, the work that the first requests of a session would otherwise wait for: the traits by which completion ranks
 * documents, the frequencies of the most frequent words, the tables of phrases and idioms for hovers, and the verification of the index
 * files, which also brings them into the system's cache. Damage is ignored here; the request that needs the damaged part reports it.
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
