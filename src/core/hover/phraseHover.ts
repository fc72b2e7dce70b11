import type { Card } from '../cards/card.ts';
import { cardsWith } from '../cards/cardLines.ts';
import type { Span } from '../document/span.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { isEdge } from '../index/phraseEdges.ts';
import type { PhraseLexicon } from '../lexicon/phraseLexicon.ts';
import { DraftWords } from '../service/draftWords.ts';
import { evenly } from '../service/evenly.ts';
import { phraseAt } from '../service/phraseAt.ts';
import type { SourceFinder } from '../service/phraseSources.ts';
import { isClauseEnd, isClosing, isOpening } from '../structure/charClass.ts';
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
/** What more speeches say is no chance. */
const FEW_DOCUMENTS = 3;
/** Twice what agrees by chance: a third of the doublings from one character to the corpus. */
const CHANCE_PER_DOUBLING = 2 / 3;
/** Shorter ones say when or where, or are spoken to someone. */
const MIN_CLAUSE = 5;

/**
 * Everything a hover shows of the phrase at `offset`; `undefined` where neither the corpus nor a dictionary knows one. What two or three
 * speeches have in common by chance stands behind the word under the pointer.
 */
export function phraseHover(knowledge: HoverKnowledge, request: HoverRequest, limit: number): HoverResult | undefined {
  const { index, lexicon } = knowledge;
  const { text, offset } = request;
  const found = phraseAt(index, text, offset);
  if (found?.isWhole !== true) return fromDictionary(knowledge, text, offset);
  const hover = hoverOf(knowledge, request, found, limit);
  const isChance = hover.kind === 'stretch' && mayBeChance(hover, index) && !isEnclosed(text, found.span);
  const known = isChance ? knownWithin(lexicon, found, offset) : undefined;
  if (known === undefined) return hover;
  const { phrase, documents, occurrences } = hover;
  return { ...hoverOf(knowledge, request, known, limit), wider: { phrase, documents, occurrences } };
}

/** A phrase and where in the draft it lies. */
type PlacedPhrase = Pick<HoverResult, 'phrase' | 'span'>;

function hoverOf(
  knowledge: HoverKnowledge,
  { text, offset }: HoverRequest,
  { phrase, span }: PlacedPhrase,
  limit: number,
): HoverResult {
  const { index, lexicon, sources, preference, cards, explain } = knowledge;
  const { occurrences, documents, places, years } = sources.find(phrase);
  const best = preference.sorted(places, text);
  const isKnown = lexicon.has(phrase);
  const series = seriesOf(index, best[0]!, phrase.length);
  const standsAlone =
    documents > 1 &&
    !phrase.endsWith('是') &&
    phrase.length <= MAX_PHRASE &&
    oftenStandsAlone(index, places, phrase.length);
  const isSeries =
    series !== undefined &&
    series.members.filter(each => each.length >= MIN_MEMBER && phrase.includes(each)).length > 1;
  const kind = ((): PhraseKind => {
    if (explain(phrase) !== undefined) return 'idiom';
    if (isSeries) return 'series';
    if (isKnown || standsAlone) return 'phrase';
    if (isWhole(text, span)) return 'clause';
    return lexicon.hasWord(phrase) ? 'word' : 'stretch';
  })();
  const inner = !isKnown ? innerPhrase(knowledge, phrase, offset - span.start) : undefined;
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
    variants: nearVariants(index, lexicon, !isKnown && inner !== undefined ? inner.phrase : phrase),
    ...(inner !== undefined && { inner }),
    ...(series !== undefined && { series }),
    ...(entry !== undefined && { dictionary: entry }),
  };
}

/** Few speeches have it, and it is not much longer than what any two texts of a corpus of this size agree in. */
function mayBeChance({ phrase, documents }: HoverResult, index: CorpusIndex): boolean {
  return documents <= FEW_DOCUMENTS && phrase.length < CHANCE_PER_DOUBLING * Math.log2(index.characters);
}

/** Whether it is all that some quotes or brackets hold, with or without them. */
function isEnclosed(text: string, { start, end }: Span): boolean {
  const opens = isOpening(text[start] ?? '') || isOpening(text[start - 1] ?? '');
  return opens && (isClosing(text[end - 1] ?? '') || isClosing(text[end] ?? ''));
}

/** The longest phrase or word of the lexicon at `offset` that lies within what was found, at word edges. */
function knownWithin(lexicon: PhraseLexicon, { phrase, span }: PlacedPhrase, offset: number): PlacedPhrase | undefined {
  const words = DraftWords.of(phrase);
  const found = wordAround(
    (word, start) =>
      words.startsAt(start) && words.startsAt(start + word.length) && (lexicon.has(word) || lexicon.hasWord(word)),
    phrase,
    offset - span.start,
  );
  if (found === undefined || found.word.length === phrase.length) return undefined;
  const start = span.start + found.start;
  return { phrase: found.word, span: { start, end: start + found.word.length } };
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
  const found = wordAround(word => word.length < stretch.length && lexicon.has(word), stretch, at);
  if (found === undefined) return undefined;
  const { word } = found;
  return { phrase: word, kind: explain(word) === undefined ? 'phrase' : 'idiom', ...index.frequency(word) };
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
