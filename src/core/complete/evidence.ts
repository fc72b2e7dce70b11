import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { MAX_SEGMENT_CHARACTERS } from '../index/segmentFormat.ts';
import { CLOSES, classAt, HAN, NEWLINE, OPENS, STOP } from '../structure/charClass.ts';
import { draftMatches } from './draftMatches.ts';
import { kinText } from './kinDocuments.ts';
import { rankingWeights } from './rankingWeights.ts';

/** Who was asked: the draft itself, the documents of the corpus that resemble it, the whole corpus. */
export type LevelOrigin = 'draft' | 'kin' | 'corpus';

/** One ending of the text before the caret, and how often it was seen: a level of the ∞-gram model. */
export interface Level {
  /** Units of context. */
  readonly length: number;
  /** Occurrences one sample stands for. */
  readonly scale: number;
  readonly origin: LevelOrigin;
}

/** One place where a level's context was seen, with what follows there. */
export interface Sample {
  readonly level: number;
  /** What follows, at most `rankingWeights.maxContinuation` units and one more. */
  readonly text: string;
  /** Units of `text` that may be offered: to the end of the sentence, within the brackets that are open. */
  readonly end: number;
  /** Where the context starts; `undefined` for the draft. */
  readonly occurrence: Occurrence | undefined;
}

/** See `Sample`. */
type Following = Pick<Sample, 'text' | 'end'>;

/** What is known about how the text before the caret may go on. */
export interface Evidence {
  /** Longest context first; of equal ones the draft's first, then that of its kin. */
  readonly levels: readonly Level[];
  /** Sorted by `text`, then by level. */
  readonly samples: readonly Sample[];
}

/**
 * Collects what the corpus, and the draft so far, say after the endings of `before` (the paragraph up to the caret, after a
 * line break where the paragraph begins in it).
 * @param draft everything before the caret that may be learned from, `before` included
 */
export function gatherEvidence(index: CorpusIndex, before: string, draft: string): Evidence {
  const open = openMarks(before);
  const reach = rankingWeights.maxContinuation + 1;
  const found: Array<{ level: Level; samples: Array<Omit<Sample, 'level'>> }> = [];
  const endings = index.endingsOf(before);
  const following = new Map<number, Following>();
  for (const length of levelLengths(endings.longest())) {
    const { size, occurrences } = endings.sample(length, rankingWeights.samples);
    if (occurrences.length === 0) continue;
    const seen = new Set<string>();
    const samples = occurrences.flatMap(occurrence => {
      const { text, end } = textAfter(index, occurrence, length, open, following);
      if (end === 0 || isRepeated(index, occurrence, text, seen)) return [];
      return [{ text, end, occurrence }];
    });
    found.push({ level: { length, scale: Math.max(1, size / occurrences.length), origin: 'corpus' }, samples });
  }
  for (const { length, ends } of draftMatches(draft, before.length)) {
    const samples = ends.flatMap(at => {
      const text = draft.slice(at, at + reach);
      const end = sayableLength(text, open);
      return end === 0 ? [] : [{ text, end, occurrence: undefined }];
    });
    found.push({ level: { length, scale: 1, origin: 'draft' }, samples });
  }
  const kin = kinText(index, draft);
  for (const { length, ends } of kin?.matches(before) ?? []) {
    const spread = evenly(ends, rankingWeights.samples);
    const samples = spread.flatMap(at => {
      const text = kin!.textAt(at, reach);
      const end = sayableLength(text, open);
      return end === 0 ? [] : [{ text, end, occurrence: kin!.occurrence(at - length) }];
    });
    found.push({ level: { length, scale: ends.length / spread.length, origin: 'kin' }, samples });
  }
  found.sort((a, b) => b.level.length - a.level.length || nearness(b.level) - nearness(a.level));
  const samples = found.flatMap((entry, level) => entry.samples.map(sample => ({ ...sample, level })));
  samples.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.level - b.level));
  return { levels: found.map(entry => entry.level), samples };
}

/** At most `limit` of `all`, spread over them. */
function evenly<T>(all: readonly T[], limit: number): readonly T[] {
  if (all.length <= limit) return all;
  return Array.from({ length: limit }, (_, i) => all[Math.floor((i * all.length) / limit)]!);
}

const NEARNESS: Readonly<Record<LevelOrigin, number>> = { draft: 2, kin: 1, corpus: 0 };

function nearness({ origin }: Level): number {
  return NEARNESS[origin];
}

/** What follows a context at `occurrence`. The occurrences of a longer context are often among those of a shorter one: `known` has what was read. */
function textAfter(
  index: CorpusIndex,
  occurrence: Occurrence,
  length: number,
  open: readonly string[],
  known: Map<number, Following>,
): Following {
  const key = occurrence.segment * MAX_SEGMENT_CHARACTERS + occurrence.position + length;
  let following = known.get(key);
  if (following === undefined) {
    const text = index.textAt(occurrence, rankingWeights.maxContinuation + 1, length);
    following = { text, end: sayableLength(text, open) };
    known.set(key, following);
  }
  return following;
}

/** Context lengths to ask for, longest first: the longest that occurs, its neighbours, and the short ones that know most. */
function levelLengths(longest: number): number[] {
  const lengths: number[] = [];
  for (const length of [longest, longest - 1, Math.ceil(longest / 2), 3, 2, 1]) {
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

/** Units up to the end of the sentence, its mark included, or to a mark that closes what neither the text nor the draft (`open`) has opened. */
function sayableLength(text: string, open: readonly string[]): number {
  const limit = Math.min(text.length, rankingWeights.maxContinuation);
  let expected: string[] | undefined;
  for (let i = 0; i < limit; i++) {
    const classes = classAt(text, i);
    if (classes & HAN) continue;
    const unit = text[i]!;
    if (unit < ' ') return i;
    if (classes & (STOP | NEWLINE) || unit === '；') return i + 1;
    if (classes & OPENS) {
      expected ??= [...open];
      const closing = CLOSING_OF[unit];
      if (closing !== undefined) expected.push(closing);
    } else if (classes & CLOSES) {
      expected ??= [...open];
      if (expected.pop() !== unit) return i;
    }
  }
  return limit;
}

const CLOSING_OF: Readonly<Record<string, string>> = { '“': '”', '（': '）', '《': '》', '‘': '’' };

/** The marks that would close what `text` leaves open, outermost first. */
export function openMarks(text: string): string[] {
  if (!/[“‘（《]/.test(text)) return [];
  const expected: string[] = [];
  for (const unit of text) {
    const closing = CLOSING_OF[unit];
    if (closing !== undefined) expected.push(closing);
    else if (expected.at(-1) === unit) expected.pop();
  }
  return expected;
}
