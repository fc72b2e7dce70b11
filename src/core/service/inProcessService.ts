import { complete } from '../complete/complete.ts';
import { type Learning, PassingLearning } from '../complete/learning.ts';
import { openings } from '../complete/openings.ts';
import { completePinyin } from '../complete/pinyinCompletion.ts';
import { decode } from '../document/decode.ts';
import type { KwicLine } from '../document/provenance.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { PhraseLexicon } from '../lexicon/phraseLexicon.ts';
import { findSeries } from '../parallel/findSeries.ts';
import { rephrase } from '../rephrase/rephrase.ts';
import { outline } from '../structure/outline.ts';
import { phraseAt } from './phraseAt.ts';
import { placeOf } from './place.ts';
import { similarPhrases } from './similarPhrases.ts';
import type { ConcordanceSort, LookupResult, SpeechService } from './speechService.ts';

export interface ServiceInit {
  readonly index: CorpusIndex;
  /** Bytes of a corpus file, or `undefined` if it is gone. */
  readonly readFile: (path: string) => Uint8Array | undefined;
  /** What suggestions were accepted and refused; if absent it is counted for this service alone. */
  readonly learning?: Learning;
}

const DEFAULT_SUGGESTIONS = 5;
const DEFAULT_HITS = 20;
const DEFAULT_LINES = 100;
const DEFAULT_SIMILAR = 5;
const DEFAULT_ALTERNATIVES = 8;
/** Of more occurrences than this the first ones in corpus order are shown, unsorted. */
const MAX_SORTED = 10_000;

/** The service over an open index, in the calling thread. */
export function createSpeechService({ index, readFile, learning = new PassingLearning() }: ServiceInit): SpeechService {
  const lexicon = new PhraseLexicon(index);

  const lookup = (phrase: string, limit: number): LookupResult => {
    if (phrase === '') return { phrase, documents: 0, occurrences: 0, hits: [] };
    const match = index.match(phrase);
    const places = bestFirst(index, index.occurrences(match)).slice(0, limit);
    return { phrase, ...index.count(match), hits: places.map(place => index.kwicLine(place, phrase.length)) };
  };

  return {
    async complete({ text, offset = text.length, limit = DEFAULT_SUGGESTIONS, mode = 'balanced', pinyin = false }) {
      const spelled = pinyin ? completePinyin(index, lexicon, text, offset, limit) : [];
      if (spelled.length > 0) return { suggestions: spelled };
      return {
        suggestions: complete(index, text, offset, limit, mode, insertText => learning.acceptance.boost(insertText)),
      };
    },
    async openings({ text, offset }) {
      return { suggestions: openings(index, text, offset) };
    },
    async learn(request) {
      return learning.learn(request);
    },
    async lookup({ phrase, limit = DEFAULT_HITS }) {
      return lookup(phrase, limit);
    },
    async phraseAt({ text, offset, limit = DEFAULT_HITS, minLength }) {
      const found = phraseAt(index, text, offset, minLength);
      return found && { ...lookup(found.phrase, limit), span: found.span };
    },
    async concordance({ query, limit = DEFAULT_LINES, sort = 'document' }) {
      if (query === '') return { query, occurrences: 0, lines: [] };
      const match = index.match(query);
      const lines = index
        .occurrences(match)
        .slice(0, sort === 'document' ? limit : MAX_SORTED)
        .map(place => index.kwicLine(place, query.length));
      return { query, occurrences: index.count(match).occurrences, lines: sortLines(lines, sort).slice(0, limit) };
    },
    async rephrase({ text, start, end, limit = DEFAULT_ALTERNATIVES }) {
      return rephrase(index, lexicon, text, { start, end }, limit);
    },
    async similar({ phrase, limit = DEFAULT_SIMILAR }) {
      return { phrases: similarPhrases(lexicon, phrase, limit) };
    },
    async series({ text }) {
      return { series: findSeries(text) };
    },
    async outline({ text }) {
      return { sections: outline(text) };
    },
    async locate({ documentId, start, end }) {
      const document = index.findDocument(documentId);
      if (document === undefined || start < 0 || end <= start || end > document.stored.characters) return undefined;
      const { path, encoding, format } = document.stored;
      if (format !== 'text') return { path, encoding, ...placeOf(document.text(), { start, end }), rendered: true };
      const bytes = readFile(path);
      if (bytes === undefined) return undefined;
      return { path, encoding, ...placeOf(decode(bytes).text, document.rawSpan({ start, end })) };
    },
    async rendering({ documentId }) {
      const document = index.findDocument(documentId);
      return document && { text: document.text(), title: document.stored.title };
    },
    async stats() {
      return {
        documents: index.documents,
        characters: index.characters,
        segments: index.segments.length,
        phrases: index.phraseCount,
      };
    },
  };
}

/** Latest documents first, each speech's first occurrence before any second one, and copies after what they are copies of. */
function bestFirst(index: CorpusIndex, places: readonly Occurrence[]): readonly Occurrence[] {
  if (places.length > MAX_SORTED) return places;
  const seen = new Map<number, number>();
  const ranked = places
    .map(place => ({ place, isCopy: index.isInVariant(place), date: index.documentOf(place).metadata.date ?? '' }))
    .sort((a, b) => Number(a.isCopy) - Number(b.isCopy))
    .map(({ place, date }) => {
      const speech = index.speechKey(place);
      const nth = seen.get(speech) ?? 0;
      seen.set(speech, nth + 1);
      return { place, nth, date };
    });
  ranked.sort((a, b) => a.nth - b.nth || (a.date > b.date ? -1 : a.date < b.date ? 1 : 0));
  return ranked.map(({ place }) => place);
}

const reversed = (text: string): string => Array.from(text).reverse().join('');

function sortLines(lines: readonly KwicLine[], sort: ConcordanceSort): readonly KwicLine[] {
  if (sort === 'document') return lines;
  const keys = new Map(lines.map(line => [line, sort === 'after' ? line.after : reversed(line.before)]));
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return lines.toSorted((a, b) => compare(keys.get(a)!, keys.get(b)!));
}
