import type { CardStore } from '../cards/card.ts';
import { findSection } from '../complete/draftSection.ts';
import { findMoreKin } from '../complete/kinDocuments.ts';
import { type Learning, PassingLearning } from '../complete/learning.ts';
import { Dictionaries } from '../hover/dictionaries.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { DocumentEditStore } from '../index/reading/documentEdits.ts';
import { corpusRequests } from './corpusRequests.ts';
import { draftRequests } from './draftRequests.ts';
import type { ReadFile } from './locate.ts';
import { ServiceParts } from './serviceParts.ts';
import { sourceRequests } from './sourceRequests.ts';
import type { SpeechService } from './speechService.ts';
import { suggestionRequests } from './suggestionRequests.ts';
import { warmUp } from './warmUp.ts';

export interface ServiceInit {
  readonly index: CorpusIndex;
  readonly readFile: ReadFile;
  /** Counts of suggestions accepted and refused; if absent, they are kept for the life of this service only. */
  readonly learning?: Learning;
  /** The user's edits of documents as they were when the index was opened, and the store that takes new ones. */
  readonly edits?: DocumentEditStore;
  /** The user's cards; without it there are none. */
  readonly cards?: CardStore;
  /** File with a list of idioms and their readings, for idioms that the corpus does not have. */
  readonly idiomsPath?: string;
}

/** The service in the calling thread, which can use the time between two requests. */
export interface LocalSpeechService extends SpeechService {
  /**
   * Call after an answer: does a short piece of the work that the next request about the same draft would have to wait for. Returns whether
   * more is left.
   */
  workAhead(): boolean;
  /** Call in a pause: does a short piece of the work that some later request would have to wait for. Returns whether more is left. */
  warmUp(): boolean;
}

/** The service over an open index, in the calling thread. */
export function createSpeechService({ index, readFile, ...init }: ServiceInit): LocalSpeechService {
  const parts = new ServiceParts(index, init.cards);
  const dictionaries = new Dictionaries(readFile, init.idiomsPath);
  const warming = warmUp(index, parts.lexicon, dictionaries);
  return {
    ...suggestionRequests(parts, init.learning ?? new PassingLearning()),
    ...sourceRequests(parts, dictionaries),
    ...draftRequests(parts),
    ...corpusRequests(parts, readFile, init.edits),
    workAhead: () => workAhead(index),
    warmUp: () => warming.next().done !== true,
  };
}

function workAhead(index: CorpusIndex): boolean {
  try {
    findSection(index);
    return findMoreKin(index);
  } catch {
    return false; // the request that needs the damaged part reports it
  }
}
