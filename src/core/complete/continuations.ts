import type { CorpusIndex, Occurrence } from '../index/corpusIndex.ts';
import { DOCUMENT_SEPARATOR } from '../index/segmentFormat.ts';
import { isClauseEnd, isClosing, isHan, isOpening, isSentenceEnd } from '../structure/charClass.ts';
import { novelty, noveltyAfter, rankingWeights } from './ranking.ts';

/** Something the corpus says after the text before the caret. */
export interface Continuation {
  readonly text: string;
  /** Estimated chance that the draft goes on with `text`. */
  readonly probability: number;
  /** Where the corpus says so, after the longest context that does. */
  readonly occurrence: Occurrence;
  /** Units before the caret that stand before `text` at `occurrence` too. */
  readonly agreed: number;
}

/** The continuations of a context, and how the corpus itself splits that context into words. */
export interface Outlook {
  readonly continuations: readonly Continuation[];
  /** Whether a word starts `length` units before the caret, where the corpus has that much of the context. */
  isWordStart(length: number): boolean;
}

interface Level {
  /** Units of context. */
  readonly length: number;
  /** Occurrences one sample stands for. */
  readonly scale: number;
}

interface Sample {
  readonly text: string;
  readonly level: number;
  readonly occurrence: Occurrence;
}

/**
 * What may come after `before`, by an ∞-gram model over the index: the longest suffix of `before` that occurs, and a few
 * shorter ones, each give a distribution of what follows (read from evenly spaced samples of its suffix interval); they are
 * mixed by back-off, character by character (J. Liu et al., "Infini-gram", COLM 2024; the mixing is that of PPM).
 * They end at clause edges, and at word edges where the corpus goes on in different ways. In no particular order.
 */
export function continuations(index: CorpusIndex, before: string): Outlook {
  const open = openMarks(before);
  const lastUnit = before.at(-1) ?? '';
  const levels: Level[] = [];
  const samples: Sample[] = [];
  let longest: { readonly occurrence: Occurrence; readonly length: number } | undefined;
  for (const length of levelLengths(index, before)) {
    const match = index.match(before.slice(before.length - length));
    const occurrences = index.sample(match, rankingWeights.samples);
    if (occurrences.length === 0) continue;
    const level = levels.length;
    levels.push({ length, scale: Math.max(1, match.size / occurrences.length) });
    longest ??= { occurrence: occurrences[0]!, length };
    const seen = new Set<string>();
    for (const occurrence of occurrences) {
      const text = untilSentenceEnd(index.textAt(occurrence, rankingWeights.maxContinuation, length), open);
      if (text === '' || isRepeated(index, occurrence, text, seen)) continue;
      samples.push({ text, level, occurrence });
    }
  }
  samples.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.level - b.level));
  const found: Continuation[] = [];
  const visit = (from: number, to: number, depth: number, probability: number): void => {
    const here = counts(samples, from, to, levels);
    for (let start = from; start < to; ) {
      const unit = samples[start]!.text[depth];
      let end = start + 1;
      while (end < to && samples[end]!.text[depth] === unit) end++;
      if (unit !== undefined) {
        const share = transition(
          levels,
          here,
          counts(samples, start, end, levels),
          samples[start]!.text,
          depth,
          lastUnit,
        );
        const chance = probability * share;
        if (chance >= rankingWeights.minProbability) {
          const best = deepestContext(samples, start, end);
          const text = best.text.slice(0, depth + 1);
          const agreed = levels[best.level]!.length;
          const branches = samples[start]!.text[depth + 1] !== samples[end - 1]!.text[depth + 1];
          if (isGoodEnd(index, best, text, agreed, branches)) {
            found.push({ text, probability: chance, occurrence: best.occurrence, agreed });
          }
          if (depth + 1 < rankingWeights.maxContinuation) visit(start, end, depth + 1, chance);
        }
      }
      start = end;
    }
  };
  visit(0, samples.length, 0, 1);
  return {
    continuations: found,
    isWordStart: length =>
      longest === undefined ||
      length > longest.length ||
      index.isWordStart(longest.occurrence, longest.length - length),
  };
}

/** Context lengths to ask for, longest first: the longest that occurs, its neighbours, and the short ones that know most. */
function levelLengths(index: CorpusIndex, before: string): number[] {
  let low = 0;
  let high = before.length;
  while (low < high) {
    const length = (low + high + 1) >>> 1;
    if (index.longestPrefix(before.slice(before.length - length)) === length) low = length;
    else high = length - 1;
  }
  const longest = low;
  const wanted = [longest, longest - 1, longest - 2, Math.ceil(longest / 2), 3, 2, 1];
  const lengths: number[] = [];
  for (const length of wanted) {
    if (length < 1 || length > longest || lengths.some(other => other <= length)) continue;
    if (length === 1 && longest > 1) continue;
    lengths.push(length);
  }
  return lengths.slice(0, rankingWeights.levels);
}

/** Copies of one speech say it once. What one document itself repeats counts as often as it is said. */
function isRepeated(index: CorpusIndex, occurrence: Occurrence, text: string, seen: Set<string>): boolean {
  if (!index.hasVariants) return false;
  const key = `${index.speechKey(occurrence)} ${text}`;
  if (seen.has(key)) return index.isInVariant(occurrence);
  seen.add(key);
  return false;
}

/** Up to the sentence's end, or to a mark that closes what neither the text nor the draft (`open`) has opened. */
function untilSentenceEnd(text: string, open: readonly string[]): string {
  const expected = [...open];
  for (let i = 0; i < text.length; i++) {
    const unit = text[i]!;
    if (isSentenceEnd(unit) || unit === '；' || unit.charCodeAt(0) === DOCUMENT_SEPARATOR) return text.slice(0, i);
    const closing = CLOSING_OF[unit];
    if (closing !== undefined) expected.push(closing);
    else if (isClosing(unit) && expected.pop() !== unit) return text.slice(0, i);
  }
  return text;
}

/** Estimated occurrences per level. A lone sample counts once, however many it stands for: it may be the only one. */
function counts(samples: readonly Sample[], from: number, to: number, levels: readonly Level[]): number[] {
  const seen = levels.map(() => 0);
  for (let i = from; i < to; i++) seen[samples[i]!.level]!++;
  return seen.map((count, level) => (count <= 1 ? count : count * levels[level]!.scale));
}

/** Chance of one more unit: the levels' own estimates, the longest first, each trusted as far as it has seen. */
function transition(
  levels: readonly Level[],
  parent: readonly number[],
  child: readonly number[],
  text: string,
  depth: number,
  lastOfContext: string,
): number {
  const last = text[depth - 1] ?? lastOfContext;
  const unseen = (level: Level): number => novelty(level.length + depth) + noveltyAfter(last);
  let rest = 1;
  let chance = 0;
  levels.forEach((level, i) => {
    if (parent[i] === 0) return;
    const trust = rest * (parent[i]! / (parent[i]! + rankingWeights.backoff));
    chance += trust * (child[i]! / (parent[i]! + unseen(level)));
    rest -= trust;
  });
  // What no level vouches for goes by the shortest level that has an opinion, so that the shares add up.
  const shortest = parent.findLastIndex(count => count > 0);
  if (shortest >= 0) chance += rest * (child[shortest]! / (parent[shortest]! + unseen(levels[shortest]!)));
  return chance;
}

function deepestContext(samples: readonly Sample[], from: number, to: number): Sample {
  let best = samples[from]!;
  for (let i = from + 1; i < to; i++) if (samples[i]!.level < best.level) best = samples[i]!;
  return best;
}

/** Ends on a character, with brackets and quotes closed, before a mark or at a word's end where the sources part. */
function isGoodEnd(index: CorpusIndex, sample: Sample, text: string, agreed: number, branches: boolean): boolean {
  const last = text[text.length - 1]!;
  if (isClauseEnd(last) || isOpening(last)) return false;
  if (!Array.from(text).some(isHan) || openMarks(text).length > 0) return false;
  const next = index.textAt(sample.occurrence, 1, agreed + text.length);
  if (!isHan(next) && (isClauseEnd(next) || isClosing(next) || next <= '\n')) return true;
  const end = agreed + text.length;
  if (!branches || !index.isWordStart(sample.occurrence, end)) return false;
  if (DANGLING.includes(last) && index.isWordStart(sample.occurrence, end - 1)) return false;
  const start = startOfLastClause(text);
  return start === 0 || text.length - start >= MIN_CLAUSE_PART;
}

/** Words that lead on to what was cut off: «日益增长的», «以高质量发展为». */
const DANGLING = '的地得和与及或并在对把将以为从向由使让';
/** «为指导，全面» breaks off a clause that has hardly begun. */
const MIN_CLAUSE_PART = 4;

/** 0 for a text of one clause: that one was begun by what is typed. */
function startOfLastClause(text: string): number {
  let start = text.length;
  while (start > 0 && !isClauseEnd(text[start - 1]!)) start--;
  return start;
}

const CLOSING_OF: Readonly<Record<string, string>> = { '“': '”', '（': '）', '《': '》', '‘': '’' };

/** The marks that would close what `text` leaves open, outermost first. */
function openMarks(text: string): string[] {
  const expected: string[] = [];
  for (const unit of text) {
    const closing = CLOSING_OF[unit];
    if (closing !== undefined) expected.push(closing);
    else if (expected.at(-1) === unit) expected.pop();
  }
  return expected;
}
