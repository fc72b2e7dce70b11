import type { Card } from '../cards/card.ts';
import { cardsWith } from '../cards/cardLines.ts';
import type { Span } from '../document/span.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { isEdge } from '../index/phraseEdges.ts';
import type { PhraseLexicon } from '../lexicon/phraseLexicon.ts';
import { evenly } from '../service/evenly.ts';
import { phraseAt } from '../service/phraseAt.ts';
import type { SourceFinder } from '../service/phraseSources.ts';
import { isClauseEnd } from '../structure/charClass.ts';
import type { HoverRequest, HoverResult, PhraseKind } from './hoverResult.ts';
import type { SourcePreference } from './preference.ts';
import { nearVariants } from './variants.ts';
import { type DictionaryEntry, wordAround } from './wordDictionary.ts';

/** What a hover is made from. */
export interface HoverKnowledge {
  readonly index: CorpusIndex;
  readonly lexicon: PhraseLexicon;
  readonly sources: SourceFinder;
  readonly preference: SourcePreference;
  readonly cards: readonly Card[];
  /** What dictionaries say of a word, the user's own and the list of idioms. */
  readonly explain: (word: string) => DictionaryEntry | undefined;
}

/** A series in a very long document takes long to read. */
const MAX_SERIES_DOCUMENT = 60_000;
const MAX_MEMBER = 30;
/** Of shorter members, «党和人民», any two words could be made. */
const MIN_MEMBER = 3;
/** What is longer is a sentence, however often it is said. */
const MAX_PHRASE = 20;
/** Occurrences looked at for whether a phrase stands alone, and the share of them that must. */
const LOOKED_AT = 40;
const ALONE_SHARE = 0.25;
const MAX_CARDS = 2;
/** Shorter ones say when or where, or are spoken to someone. */
const MIN_CLAUSE = 5;

/** Everything a hover shows of the phrase at `offset`; `undefined` where neither the corpus nor a dictionary knows one. */
export function phraseHover(knowledge: HoverKnowledge, request: HoverRequest, limit: number): HoverResult | undefined {
  const { index, lexicon, sources, preference, cards, explain } = knowledge;
  const { text, offset } = request;
  const found = phraseAt(index, text, offset);
  if (found?.isWhole !== true) return fromDictionary(knowledge, text, offset);
  const { phrase, span } = found;
  const { occurrences, documents, places, years } = sources.find(phrase);
  const best = preference.sorted(places, text);
  const known = lexicon.get(phrase);
  const series = seriesOf(index, best[0]!, phrase.length);
  const standsAlone =
    documents > 1 &&
    !phrase.endsWith('是') &&
    phrase.length <= MAX_PHRASE &&
    oftenStandsAlone(index, places, phrase.length);
  const isSeries =
    series !== undefined &&
    series.members.filter(each => each.length >= MIN_MEMBER && phrase.includes(each)).length > 1;
  const isIdiom = explain(phrase) !== undefined;
  const kind = kindOf(isIdiom, known !== undefined || standsAlone, isSeries, isWhole(text, span));
  const inner = known === undefined ? innerPhrase(knowledge, phrase, offset - span.start) : undefined;
  const word = wordAround(each => explain(each) !== undefined, phrase, offset - span.start)?.word;
  const entry = word === undefined ? undefined : explain(word);
  return {
    phrase,
    span,
    kind,
    documents,
    occurrences,
    cards: latestCards(cards, phrase),
    hits: best.slice(0, limit).map(place => index.kwicLine(place, phrase.length)),
    years,
    variants: nearVariants(index, lexicon, known === undefined && inner !== undefined ? inner.phrase : phrase),
    ...(inner !== undefined && { inner }),
    ...(series !== undefined && { series }),
    ...(entry !== undefined && { dictionary: entry }),
  };
}

function latestCards(cards: readonly Card[], phrase: string): HoverResult['cards'] {
  const keptFirst = cards.toSorted((a, b) => ((a.kept ?? '') > (b.kept ?? '') ? -1 : 1));
  return cardsWith(keptFirst, phrase).slice(0, MAX_CARDS);
}

/** An idiom that the corpus lacks. */
function fromDictionary({ cards, explain }: HoverKnowledge, text: string, offset: number): HoverResult | undefined {
  const found = wordAround(word => explain(word) !== undefined, text, offset);
  if (found === undefined) return undefined;
  const { word, start } = found;
  return {
    phrase: word,
    span: { start, end: start + word.length },
    kind: 'idiom',
    documents: 0,
    occurrences: 0,
    cards: latestCards(cards, word),
    hits: [],
    years: [],
    variants: [],
    dictionary: explain(word)!,
  };
}

function kindOf(isIdiom: boolean, isPhrase: boolean, isSeries: boolean, isWholeClause: boolean): PhraseKind {
  if (isIdiom) return 'idiom';
  if (isSeries) return 'series';
  if (isPhrase) return 'phrase';
  return isWholeClause ? 'clause' : 'stretch';
}

/** As mining has it (`index/minePhrases.ts`): marks on both sides in a good part of the occurrences tell a phrase from a fragment. */
function oftenStandsAlone(index: CorpusIndex, places: readonly Occurrence[], length: number): boolean {
  const looked = evenly(places, LOOKED_AT);
  const alone = looked.filter(place => {
    const before = place.position === 0 ? undefined : index.textAt(place, 1, -1).charCodeAt(0);
    return isEdge(before) && isEdge(index.textAt(place, 1, length).charCodeAt(0));
  });
  return alone.length >= looked.length * ALONE_SHARE;
}

/** From one mark to the next, at least one clause; what stands between «、» is part of one, and «那个年代，» is none. */
function isWhole(text: string, { start, end }: Span): boolean {
  if (end - start < MIN_CLAUSE) return false;
  const endsClause = (unit: string): boolean => unit !== '、' && isClauseEnd(unit);
  return endsClause(text[start - 1] ?? '\n') && endsClause(text[end] ?? '\n');
}

/** The longest idiom or phrase of the lexicon within `stretch` that covers `at`. */
function innerPhrase({ index, lexicon, explain }: HoverKnowledge, stretch: string, at: number): HoverResult['inner'] {
  const found = wordAround(word => word.length < stretch.length && lexicon.get(word) !== undefined, stretch, at);
  const entry = found && lexicon.get(found.word);
  if (entry === undefined) return undefined;
  return {
    phrase: entry.text,
    kind: explain(entry.text) === undefined ? 'phrase' : 'idiom',
    ...index.frequency(entry.text),
  };
}

/** The narrowest series of the source one of whose members, if they are short enough to be shown, is said with the phrase. */
function seriesOf(index: CorpusIndex, place: Occurrence, length: number): HoverResult['series'] {
  const segment = index.segments[place.segment]!;
  if (segment.documentLength(segment.documentAt(place.position)) > MAX_SERIES_DOCUMENT) return undefined;
  const phrase = index.textAt(place, length);
  const series = index.seriesAround(place, length).findLast(({ members }) => {
    const isSaid = members.some(({ text }) => text.includes(phrase) || phrase.includes(text));
    return isSaid && members.every(({ text }) => text.length <= MAX_MEMBER);
  });
  return series && { family: series.family, members: series.members.map(({ text }) => text) };
}
