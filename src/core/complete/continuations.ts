import type { CorpusIndex, Occurrence } from '../index/corpusIndex.ts';
import { isClauseEnd, isClosing, isHan, isOpening, isStop } from '../structure/charClass.ts';
import { novelty, rankingWeights } from './ranking.ts';

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
 * Ends lie at word and clause edges. In no particular order.
 */
export function continuations(index: CorpusIndex, before: string): Continuation[] {
  const levels: Level[] = [];
  const samples: Sample[] = [];
  for (const length of levelLengths(index, before)) {
    const match = index.match(before.slice(before.length - length));
    const occurrences = index.sample(match, rankingWeights.samples);
    if (occurrences.length === 0) continue;
    const level = levels.length;
    levels.push({ length, scale: Math.max(1, match.size / occurrences.length) });
    for (const occurrence of occurrences) {
      const text = untilSentenceEnd(index.textAt(occurrence, rankingWeights.maxContinuation, length));
      if (text !== '') samples.push({ text, level, occurrence });
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
        const share = transition(levels, here, counts(samples, start, end, levels), depth);
        const chance = probability * share;
        if (chance >= rankingWeights.minProbability) {
          const best = deepestContext(samples, start, end);
          const text = best.text.slice(0, depth + 1);
          const agreed = levels[best.level]!.length;
          if (isGoodEnd(index, best, text, agreed)) {
            found.push({ text, probability: chance, occurrence: best.occurrence, agreed });
          }
          if (depth + 1 < rankingWeights.maxContinuation) visit(start, end, depth + 1, chance);
        }
      }
      start = end;
    }
  };
  visit(0, samples.length, 0, 1);
  return found;
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

const SENTENCE_END = /[\u0001\n。！？；]/;

function untilSentenceEnd(text: string): string {
  const end = text.search(SENTENCE_END);
  return end < 0 ? text : text.slice(0, end);
}

/** Estimated occurrences per level. A lone sample counts once, however many it stands for: it may be the only one. */
function counts(samples: readonly Sample[], from: number, to: number, levels: readonly Level[]): number[] {
  const seen = levels.map(() => 0);
  for (let i = from; i < to; i++) seen[samples[i]!.level]!++;
  return seen.map((count, level) => (count <= 1 ? count : count * levels[level]!.scale));
}

/** Chance of one more unit: the levels' own estimates, the longest first, each trusted as far as it has seen. */
function transition(levels: readonly Level[], parent: readonly number[], child: readonly number[], depth: number): number {
  let rest = 1;
  let chance = 0;
  levels.forEach((level, i) => {
    if (parent[i] === 0) return;
    const trust = rest * (parent[i]! / (parent[i]! + rankingWeights.backoff));
    chance += trust * (child[i]! / (parent[i]! + novelty(level.length + depth)));
    rest -= trust;
  });
  // What no level vouches for goes by the shortest level that has an opinion, so that the shares add up.
  const last = parent.findLastIndex(count => count > 0);
  if (last >= 0) chance += rest * (child[last]! / (parent[last]! + novelty(levels[last]!.length + depth)));
  return chance;
}

function deepestContext(samples: readonly Sample[], from: number, to: number): Sample {
  let best = samples[from]!;
  for (let i = from + 1; i < to; i++) if (samples[i]!.level < best.level) best = samples[i]!;
  return best;
}

/** Ends where a word ends in the source, on a character, with its brackets and quotes closed. */
function isGoodEnd(index: CorpusIndex, sample: Sample, text: string, agreed: number): boolean {
  const last = text[text.length - 1]!;
  const next = sample.text[text.length] ?? '\n';
  if (isClauseEnd(last) || isOpening(last)) return false;
  if (isClosing(last) && text.length === 1) return false;
  if (!Array.from(text).some(isHan)) return false;
  if (hasOpenMark(text)) return false;
  if (isClauseEnd(next) || isClosing(next) || isStop(next)) return true;
  return index.isWordStart(sample.occurrence, agreed + text.length);
}

const CLOSING_OF: Readonly<Record<string, string>> = { '“': '”', '（': '）', '《': '》', '‘': '’' };

function hasOpenMark(text: string): boolean {
  const expected: string[] = [];
  for (const unit of text) {
    const closing = CLOSING_OF[unit];
    if (closing !== undefined) expected.push(closing);
    else if (expected.at(-1) === unit) expected.pop();
  }
  return expected.length > 0;
}
