import type { Card } from '../cards/card.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { PhraseLexicon } from '../lexicon/phraseLexicon.ts';
import type { SourceFinder } from '../phrase/phraseSources.ts';
import type { SourcePreference } from './preference.ts';
import type { DictionaryEntry } from './wordDictionary.ts';

/** The sources of knowledge for a hover. */
export interface HoverKnowledge {
  readonly index: CorpusIndex;
  readonly lexicon: PhraseLexicon;
  readonly sources: SourceFinder;
  readonly preference: SourcePreference;
  readonly cards: readonly Card[];
  /** Looks a word up in the user's own dictionary and in the list of idioms. */
  readonly explain: (word: string) => DictionaryEntry | undefined;
}
