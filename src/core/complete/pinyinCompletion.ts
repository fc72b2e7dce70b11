import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Match } from '../index/matches.ts';
import type { PhraseLexicon, SpelledPhrase } from '../lexicon/phraseLexicon.ts';
import { CLOSES, classAt, HAN, isAllHan, OPENS, PAUSE, STOP } from '../text/charClass.ts';
import { caretContext } from './caretContext.ts';
import type { Suggestion } from './suggestion.ts';

/** Least number of letters. Fewer spell too many phrases. */
export const MIN_LETTERS = 2;
/** How many characters before the letters are tried as the beginning of the phrase: 真抓sg. */
const WRITTEN_LENGTHS = [0, 2, 3, 4, 5, 6];
/** Phrases whose place in the context is looked up. */
const MAX_CANDIDATES = 24;
/** Characters of context that are asked for, from the least. */
const CONTEXT_LENGTHS = [1, 2, 4, 8];
/** What a shorter context says counts as much as so many occurrences after a longer one. */
const BACKOFF = 0.5;
/** Weight of a phrase of which the letters spell only the beginning, against one that they spell as a whole. */
const BEGINNING_SHARE = 0.1;

/** A phrase that the letters spell. */
interface Candidate extends SpelledPhrase {
  /** What takes the place of the letters: the phrase without what is written of it. */
  readonly insertText: string;
  /** Its chance among all candidates, by the contexts looked at so far. */
  share: number;
  /** The match of the phrase after the longest context that it occurs with. */
  best: { readonly match: Match; readonly contextLength: number } | undefined;
}

/**
 * The phrases that letters typed right behind Chinese text may spell: «坚持zzsg｜» → 真抓实干, «真抓sg｜» → 实干. Best first, by
 * what the corpus has after the text before the letters. Only the letters are replaced. Empty where nothing may be
 * offered, see `caretContext`.
 */
export function completePinyin(
  index: CorpusIndex,
  lexicon: PhraseLexicon,
  text: string,
  offset: number,
  limit: number,
): Suggestion[] {
  const letters = spellingBefore(text, offset);
  const context = letters.length < MIN_LETTERS ? undefined : caretContext(text, offset - letters.length);
  if (context === undefined) return [];
  const candidates = spelledBy(lexicon, letters, context.before);
  weighByContext(index, context.before, candidates);
  const chance = ({ match, share }: Candidate): number => share * (match === 'whole' ? 1 : BEGINNING_SHARE);
  return candidates
    .sort((a, b) => chance(b) - chance(a))
    .slice(0, limit)
    .flatMap(candidate => asSuggestion(index, candidate, letters.length));
}

/** The small letters, and the `'` between them, that end at `offset` and follow a Chinese character or mark; empty if there are none. */
export function spellingBefore(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && isLetter(text[start - 1]!)) start--;
  const isChinese = (classAt(text, start - 1) & (HAN | PAUSE | STOP | OPENS | CLOSES)) !== 0;
  return isChinese && text[start] !== "'" ? text.slice(start, offset) : '';
}

function isLetter(unit: string): boolean {
  return (unit >= 'a' && unit <= 'z') || unit === "'";
}

function spelledBy(lexicon: PhraseLexicon, letters: string, before: string): Candidate[] {
  const byText = new Map<string, Candidate>();
  for (const written of WRITTEN_LENGTHS) {
    const beginning = before.slice(before.length - written);
    if (beginning.length < written || !isAllHan(beginning)) break;
    for (const { phrase, match } of lexicon.byPinyin(letters, MAX_CANDIDATES, beginning)) {
      const insertText = phrase.text.slice(written);
      // A phrase found with a longer written beginning takes the place of one found with a shorter.
      byText.set(insertText, { phrase, match, insertText, share: 0, best: undefined });
    }
  }
  return [...byText.values()].sort((a, b) => priority(b) - priority(a)).slice(0, MAX_CANDIDATES);
}

function priority({ phrase, match }: SpelledPhrase): number {
  return phrase.weight * (match === 'whole' ? 1 : BEGINNING_SHARE);
}

/**
 * Sets the share of each candidate: by its weight, then by how often it comes after the last one, two, four … characters of
 * `before`, each context trusted as far as it has seen (interpolation with a Dirichlet prior, as in D. MacKay, L. Peto,
 * "A hierarchical Dirichlet language model", 1995).
 */
function weighByContext(index: CorpusIndex, before: string, candidates: Candidate[]): void {
  const sum = candidates.reduce((total, { phrase }) => total + phrase.weight, 0);
  for (const candidate of candidates) candidate.share = candidate.phrase.weight / sum;
  let present = candidates;
  for (const length of CONTEXT_LENGTHS) {
    if (length > before.length) return;
    const context = before.slice(before.length - length);
    const matches = present.map(candidate => ({ candidate, match: index.matches.of(context + candidate.insertText) }));
    const seen = matches.filter(({ match }) => match.size > 0);
    const total = seen.reduce((size, { match }) => size + match.size, 0);
    if (total === 0) return;
    for (const candidate of candidates) candidate.share *= BACKOFF / (total + BACKOFF);
    for (const { candidate, match } of seen) {
      candidate.share += match.size / (total + BACKOFF);
      candidate.best = { match, contextLength: length };
    }
    present = seen.map(({ candidate }) => candidate);
    if (present.length === 1) return;
  }
}

/** Nothing if only deleted documents have it. */
function asSuggestion(index: CorpusIndex, candidate: Candidate, replaceLength: number): Suggestion[] {
  const { insertText, share, best } = candidate;
  const [inContext] = best ? index.matches.sample(best.match, 1) : [];
  const source = inContext
    ? { segment: inContext.segment, position: inContext.position + (best?.contextLength ?? 0) }
    : index.matches.sample(index.matches.of(insertText), 1)[0];
  if (source === undefined) return [];
  return [
    {
      insertText,
      replaceLength,
      kind: 'phrase',
      ...index.frequencies.of(insertText),
      confidence: Math.min(1, share),
      provenance: index.provenances.of(source, insertText.length),
    },
  ];
}
