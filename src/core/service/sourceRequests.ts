import { Concordances } from '../concordance/concordances.ts';
import { Finder } from '../find/finder.ts';
import type { Dictionaries } from '../hover/dictionaries.ts';
import { phraseHover } from '../hover/phraseHover.ts';
import { SourcePreference } from '../hover/preference.ts';
import { phraseAt } from '../phrase/phraseAt.ts';
import { QueryError } from '../query/pattern.ts';
import { seriesLike } from './seriesLike.ts';
import { seriesLookup } from './seriesLookup.ts';
import { ServiceError } from './serviceError.ts';
import type { ServiceParts } from './serviceParts.ts';
import type { LookupResult, SpeechService } from './speechService.ts';

type SourceRequests = Pick<
  SpeechService,
  'lookup' | 'phraseAt' | 'hover' | 'concordance' | 'seriesLookup' | 'seriesLike' | 'find'
>;

const DEFAULT_HITS = 20;
const DEFAULT_SOURCES = 3;
const DEFAULT_LINES = 100;
const DEFAULT_FOUND = 8;

/** The requests that ask where the corpus has something. */
export function sourceRequests(parts: ServiceParts, dictionaries: Dictionaries): SourceRequests {
  const { index, lexicon, sources, drafts } = parts;
  const concordances = new Concordances(index, () => parts.cards);
  const finder = new Finder(index, lexicon, sources, () => parts.cards);
  const preference = new SourcePreference(index);
  return {
    async lookup({ phrase, limit = DEFAULT_HITS }) {
      return lookup(parts, phrase, limit);
    },
    async phraseAt({ text, offset, limit = DEFAULT_HITS, minLength }) {
      const found = phraseAt(index, text, offset, minLength);
      return found && { ...lookup(parts, found.phrase, limit), span: found.span };
    },
    async hover(request) {
      const explain = (word: string) => dictionaries.explain(word, request.dictionary);
      const knowledge = { index, lexicon, sources, preference, explain, cards: parts.cards };
      return phraseHover(knowledge, request, request.limit ?? DEFAULT_SOURCES);
    },
    async concordance(request) {
      try {
        return concordances.answer({ limit: DEFAULT_LINES, ...request });
      } catch (error) {
        throw error instanceof QueryError ? new ServiceError('bad-request', error.message) : error;
      }
    },
    async seriesLookup({ limit = DEFAULT_HITS, ...request }) {
      return seriesLookup(index, request, limit);
    },
    async seriesLike(request) {
      return seriesLike(index, request, drafts.find(request.text), request.limit ?? DEFAULT_HITS);
    },
    async find({ query, limit = DEFAULT_FOUND }) {
      return { found: await finder.find(query, limit) };
    },
  };
}

function lookup({ index, sources }: ServiceParts, phrase: string, limit: number): LookupResult {
  if (phrase === '') return { phrase, documents: 0, occurrences: 0, hits: [] };
  const { documents, occurrences, places } = sources.find(phrase, limit);
  const hits = places.map(place => index.provenances.kwicLine(place, phrase.length));
  return { phrase, documents, occurrences, hits };
}
