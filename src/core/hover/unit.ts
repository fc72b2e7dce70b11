import { evenly } from '../collections/evenly.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { CorpusText } from '../index/corpusText.ts';
import { isEdge } from '../index/format/phraseEdges.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { Cohesion } from '../phrase/cohesion.ts';
import type { PlacedPhrase } from '../phrase/phraseAt.ts';
import type { PhraseSources } from '../phrase/phraseSources.ts';
import { isWordEdge } from '../phrase/wordEdge.ts';
import { hanCount, isDigit } from '../text/charClass.ts';
import { hasClauseBreak } from '../text/clauses.ts';
import { type GoingOn, goingOn } from './clauseEdges.ts';
import type { HoverResult, PhraseKind } from './hoverResult.ts';
import type { HoverKnowledge } from './knowledge.ts';
import { hasMarks, isAdverbial, isEnclosed, isPartOfList, isQuoted, MAX_TERM } from './shape.ts';
import { Standing } from './standing.ts';

/** A series in a very long document takes long to read. */
const MAX_SERIES_DOCUMENT = 60_000;
const MAX_MEMBER = 30;
/** Of shorter members, «党和人民», any two words could be made. */
const MIN_MEMBER = 3;
/** What is longer is a sentence, however often it is said. */
const MAX_PHRASE = 20;
/** What stands alone in fewer documents may do so by chance, unless the draft has it from mark to mark too. */
const MIN_ALONE = 3;
/** Occurrences looked at for whether a phrase stands alone, and the share of them that must. */
const LOOKED_AT = 40;
const ALONE_SHARE = 0.25;
/** What this many speeches say is no chance, however short it is. */
export const RECURRING = 4;
/** Words that keep company end a part of a sentence so often. */
const OFTEN_FINISHED = 0.25;
/** Shorter ones say when or where, or are spoken to someone. */
const MIN_CLAUSE = 5;

/** Some words of the draft and where in the corpus they stand. */
export interface LookedUp extends PlacedPhrase, PhraseSources {}

/** What kind of unit the words of the draft are, by all that is known of them; `undefined` if nothing shows that they belong together. */
export function unitKind(
  { index, lexicon, explain }: HoverKnowledge,
  text: string,
  found: LookedUp,
  { isWhole }: { readonly isWhole: boolean },
): Exclude<PhraseKind, 'stretch'> | undefined {
  const { phrase, span, places } = found;
  if (explain(phrase) !== undefined) return 'idiom';
  const open = goingOn(text, span);
  const isClause = !open.before && !open.after && hanCount(phrase) >= MIN_CLAUSE && !isAdverbial(text, span);
  if (hasMarks(phrase)) {
    const series = seriesOf(index, places[0]!, phrase.length);
    if (series !== undefined && holdsMembers(phrase, series.members, open)) return 'series';
  }
  const isKnown = lexicon.has(phrase) || standsAlone(index.text, text, found, isClause);
  if (isClause) return isKnown || isQuoted(text, span) ? 'phrase' : 'clause';
  if (isEnclosed(phrase)) return 'phrase';
  if (phrase.endsWith('的') || isPartOfList(text, span) || hasClauseBreak(phrase)) return undefined;
  const isWord = !isKnown && lexicon.hasWord(phrase);
  if (!isKnown && !isWord && !(isWhole && isOftenFinished(index, found))) return undefined;
  if (!isWordEdge(index, text, span.start) || !isWordEdge(index, text, span.end)) return undefined;
  const standing = new Standing(Cohesion.of(index), text, span);
  if (!standing.isFinished() || standing.isTorn() || standing.sharesHead()) return undefined;
  if (!isKnown && !isWord && !standing.isCompany()) return undefined;
  const isTerm = phrase.length <= MAX_TERM;
  if (!isTerm && standing.lacksBeginning()) return undefined;
  return isKnown || !(isWord || isTerm) ? 'phrase' : 'word';
}

/** Whether it stands against marks on both sides often enough for a set phrase. */
function standsAlone(corpus: CorpusText, text: string, found: LookedUp, isClause: boolean): boolean {
  const { phrase, span, documents, places } = found;
  if (documents < (isClause ? 2 : MIN_ALONE) || phrase.length > MAX_PHRASE) return false;
  return !phrase.endsWith('是') && !isAdverbial(text, span) && oftenStandsAlone(corpus, places, phrase.length);
}

/** Whether so many speeches have it at the end of a part of a sentence that it may be words that keep company. */
function isOftenFinished(index: CorpusIndex, { phrase, documents }: LookedUp): boolean {
  if (documents < RECURRING || Array.from(phrase).some(isDigit)) return false;
  return Cohesion.of(index).finishedShare(phrase) >= OFTEN_FINISHED;
}

/** Whether the phrase is two or more members of a series, whole ones, perhaps with what leads to the first: «坚持». */
function holdsMembers(phrase: string, members: readonly string[], open: GoingOn): boolean {
  const said = members.filter(each => each.length >= MIN_MEMBER && phrase.includes(each));
  const held = said.filter(each => !said.some(other => other !== each && other.includes(each)));
  return (
    held.length > 1 &&
    (!open.before || held.some(each => phrase.startsWith(each))) &&
    held.some(each => phrase.endsWith(each))
  );
}

/** As mining has it (`index/minePhrases.ts`): marks on both sides in a good part of the occurrences tell a phrase from a fragment. */
function oftenStandsAlone(corpus: CorpusText, places: readonly Occurrence[], length: number): boolean {
  const looked = evenly(places, LOOKED_AT);
  const alone = looked.filter(place => {
    const before = place.position === 0 ? undefined : corpus.at(place, 1, -1).charCodeAt(0);
    return isEdge(before) && isEdge(corpus.at(place, 1, length).charCodeAt(0));
  });
  return alone.length >= looked.length * ALONE_SHARE;
}

/** The narrowest series of the source that has the phrase in one of its members, if the members are short enough to be shown. */
export function seriesOf(index: CorpusIndex, place: Occurrence, length: number): HoverResult['series'] {
  const segment = index.segments[place.segment]!;
  if (segment.documentLength(segment.documentAt(place.position)) > MAX_SERIES_DOCUMENT) return undefined;
  const phrase = index.text.at(place, length);
  const series = index.series.around(place, length).findLast(({ members }) => {
    const isSaid = members.some(({ text }) => text.includes(phrase) || phrase.includes(text));
    return isSaid && members.every(({ text }) => text.length <= MAX_MEMBER);
  });
  return series && { family: series.family, members: series.members.map(({ text }) => text) };
}
