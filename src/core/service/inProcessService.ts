import { borrowed } from '../borrow/borrowed.ts';
import { Comparisons } from '../borrow/comparisons.ts';
import type { CardStore } from '../cards/card.ts';
import { cardSuggestions, withoutRepeats } from '../cards/cardSuggestions.ts';
import { check } from '../check/check.ts';
import { complete } from '../complete/complete.ts';
import { findSection } from '../complete/draftSection.ts';
import { findMoreKin } from '../complete/kinDocuments.ts';
import { type Learning, PassingLearning } from '../complete/learning.ts';
import { openings } from '../complete/openings.ts';
import { completePinyin } from '../complete/pinyinCompletion.ts';
import { Concordances } from '../concordance/concordances.ts';
import { Finder } from '../find/finder.ts';
import { Dictionaries } from '../hover/dictionaries.ts';
import { phraseHover } from '../hover/phraseHover.ts';
import { SourcePreference } from '../hover/preference.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { DocumentEditStore } from '../index/reading/documentEdits.ts';
import { draftLength } from '../length/draftLength.ts';
import { PhraseLexicon } from '../lexicon/phraseLexicon.ts';
import { SectionModels } from '../models/sectionModels.ts';
import { sectionCues, sectionOpenings } from '../models/sectionSentences.ts';
import { IncrementalSeries } from '../parallel/incrementalSeries.ts';
import { phraseAt } from '../phrase/phraseAt.ts';
import { SourceFinder } from '../phrase/phraseSources.ts';
import { QueryError } from '../query/pattern.ts';
import { rephrase } from '../rephrase/rephrase.ts';
import { outline } from '../structure/outline.ts';
import { DocumentList, FieldError } from './documentList.ts';
import { keepCard } from './keepCard.ts';
import { locate, type ReadFile } from './locate.ts';
import { rawOutline } from './rawOutline.ts';
import { seriesAt } from './seriesAt.ts';
import { seriesLike } from './seriesLike.ts';
import { seriesLookup } from './seriesLookup.ts';
import { ServiceError } from './serviceError.ts';
import { similarPhrases } from './similarPhrases.ts';
import type { LookupResult, SpeechService } from './speechService.ts';
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

const DEFAULT_SUGGESTIONS = 5;
const DEFAULT_HITS = 20;
const DEFAULT_SOURCES = 3;
const DEFAULT_LINES = 100;
const DEFAULT_FOUND = 8;
const DEFAULT_SIMILAR = 5;
const DEFAULT_ALTERNATIVES = 8;

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
export function createSpeechService({
  index,
  readFile,
  learning = new PassingLearning(),
  edits,
  cards,
  idiomsPath,
}: ServiceInit): LocalSpeechService {
  const lexicon = new PhraseLexicon(index);
  const models = new SectionModels(index);

  const concordances = new Concordances(index, () => cards?.cards ?? []);
  const sources = new SourceFinder(index);
  // The open draft is analysed at every pause. Its paragraphs are remembered, so that only changed ones are analysed again.
  const drafts = new IncrementalSeries();
  const finder = new Finder(index, lexicon, sources, () => cards?.cards ?? []);
  const dictionaries = new Dictionaries(readFile, idiomsPath);
  const preference = new SourcePreference(index);
  const comparisons = new Comparisons(index);
  const documents = new DocumentList(index, edits?.edits ?? []);
  const warming = warmUp(index, lexicon, dictionaries);

  const lookup = (phrase: string, limit: number): LookupResult => {
    if (phrase === '') return { phrase, documents: 0, occurrences: 0, hits: [] };
    const { documents, occurrences, places } = sources.find(phrase, limit);
    const hits = places.map(place => index.provenances.kwicLine(place, phrase.length));
    return { phrase, documents, occurrences, hits };
  };

  return {
    async complete({ text, offset = text.length, limit = DEFAULT_SUGGESTIONS, mode = 'balanced', pinyin = false }) {
      const spelled = pinyin ? completePinyin(index, lexicon, text, offset, limit) : [];
      if (spelled.length > 0) return { suggestions: spelled };
      const fromCards = cardSuggestions(cards?.cards ?? [], text, offset, mode).slice(0, limit);
      const room = limit - fromCards.length;
      const found = complete(index, { text, offset, limit: room, mode, preference: learning.acceptance });
      return { suggestions: [...found, ...withoutRepeats(fromCards, found)] };
    },
    async openings({ text, offset, cues = false }) {
      const formulas = openings(index, text, offset);
      const found = formulas.length > 0 ? formulas : sectionOpenings(models, text, offset);
      return { suggestions: cues ? [...found, ...sectionCues(models, text, offset)] : found };
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
    async hover(request) {
      const explain = (word: string) => dictionaries.explain(word, request.dictionary);
      const knowledge = { index, lexicon, sources, preference, explain, cards: cards?.cards ?? [] };
      return phraseHover(knowledge, request, request.limit ?? DEFAULT_SOURCES);
    },
    async concordance(request) {
      try {
        return concordances.answer({ limit: DEFAULT_LINES, ...request });
      } catch (error) {
        throw error instanceof QueryError ? new ServiceError('bad-request', error.message) : error;
      }
    },
    async rephrase({ text, start, end, limit = DEFAULT_ALTERNATIVES }) {
      return rephrase(index, lexicon, text, { start, end }, limit);
    },
    async similar({ phrase, limit = DEFAULT_SIMILAR }) {
      return { phrases: similarPhrases(lexicon, phrase, limit) };
    },
    async borrowed({ text, path }) {
      return borrowed(comparisons.forDraft(path), text);
    },
    async series({ text }) {
      return { series: drafts.find(text) };
    },
    async check({ text, path, localNames }) {
      return { findings: check(text, comparisons.forDraft(path), localNames) };
    },
    async draftLength({ text, rule = 'word' }) {
      return draftLength(text, rule);
    },
    async seriesAt({ text, offset }) {
      return seriesAt(index, text, offset, drafts.find(text));
    },
    async seriesLookup({ limit = DEFAULT_HITS, ...request }) {
      return seriesLookup(index, request, limit);
    },
    async seriesLike(request) {
      return seriesLike(index, request, drafts.find(request.text), request.limit ?? DEFAULT_HITS);
    },
    async sectionModels(request) {
      return models.find(request);
    },
    async outline({ text, raw = false }) {
      return { sections: raw ? rawOutline(text) : outline(text) };
    },
    async documents(request) {
      return documents.list(request);
    },
    async describe(request) {
      if (edits === undefined) throw new ServiceError('bad-request', '没有可以保存元数据的地方');
      try {
        const document = documents.describe(request, edits);
        return { ...(document && { document }) };
      } catch (error) {
        throw error instanceof FieldError ? new ServiceError('bad-request', error.message) : error;
      }
    },
    async locate(request) {
      return locate(index, cards?.cards ?? [], readFile, request);
    },
    async rendering({ documentId }) {
      const document = index.documents.find(documentId);
      return document && { text: document.text(), title: document.stored.title };
    },
    async find({ query, limit = DEFAULT_FOUND }) {
      return { found: await finder.find(query, limit) };
    },
    async cards() {
      return { cards: cards?.refresh() ?? [] };
    },
    async addCard(request) {
      return { card: keepCard(index, cards, request) };
    },
    async stats() {
      return {
        documents: index.documents.count,
        characters: index.characters,
        segments: index.segments.length,
        phrases: index.phraseCount,
      };
    },
    workAhead() {
      try {
        findSection(index);
        return findMoreKin(index);
      } catch {
        return false; // the request that needs the damaged part reports it
      }
    },
    warmUp: () => warming.next().done !== true,
  };
}
