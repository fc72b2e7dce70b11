import type { Completer } from '../walk.ts';
import type { CorpusText, Range } from './corpusText.ts';
import { draftMatches } from './draftMatches.ts';
import { type Candidate, chooseGreedily } from './greedyChoice.ts';

const MAX_CONTEXT = 24;
const MAX_LENGTH = 24;
const LEVELS = 5;
const SAMPLES = 64;
/** Trust in a level by the documents it has seen: `documents / (documents + BACKOFF)`. */
const BACKOFF = 3;
/** Each further character of something seen `count` times survives with `count / (count + SURVIVAL)`. */
const SURVIVAL = 1;
const MIN_PROBABILITY = 0.003;
const MAX_CANDIDATES = 40;
/** A longest context of so many characters, in so few places, is a long match: its documents count more from then on. */
const LONG_MATCH = 8;
const FEW_PLACES = 8;
/** What a sample counts more for each long match its document has given, up to so many. */
const BOOST = 3;
const MAX_MATCHES = 5;

/** One ending of the paragraph, and the places where it was seen, in the order of what follows there. */
interface Level {
  /** Characters of context. */
  readonly length: number;
  /** Occurrences a sample stands for. */
  readonly scale: number;
  /** What trust in it grows with. */
  readonly witnesses: number;
  readonly samples: readonly Sample[];
}

interface Sample {
  readonly weight: number;
  /** The unit so many after the context; 0 beyond the end. */
  readonly unit: (depth: number) => number;
}

/**
 * The first prototype's ∞-gram, frozen: the longest suffix of the paragraph that occurs in the corpus and a few shorter ones, the draft so far
 * as a second corpus, evenly spaced samples of what follows each, those of documents that have given long matches counting more, interpolated;
 * the five texts that together are expected to save most, cut anywhere. No words, no thresholds, no rules about where a text may end.
 */
export function infinityGramCompleter(corpus: CorpusText): Completer {
  const matches = new LongMatches();
  return before => {
    matches.follow(before);
    const context = before.slice(before.lastIndexOf('\n') + 1).slice(-MAX_CONTEXT);
    const levels = [...corpusLevels(corpus, context, matches), ...draftLevels(before, context)];
    levels.sort((a, b) => b.length - a.length || a.scale - b.scale);
    const probabilities = new Map<string, number>();
    let rest = 1;
    for (const level of levels) {
      const trust = rest * (level.witnesses / (level.witnesses + BACKOFF));
      rest -= trust;
      addContinuations(level, trust, probabilities);
    }
    const candidates: Candidate[] = [...probabilities]
      .map(([text, probability]) => ({ text, probability }))
      .filter(({ text }) => text.length > 1)
      .sort((a, b) => b.probability * (b.text.length - 1) - a.probability * (a.text.length - 1))
      .slice(0, MAX_CANDIDATES);
    return chooseGreedily(candidates).map(text => ({ insertText: text, replaceLength: 0 }));
  };
}

/** The long matches of each document with one draft. */
class LongMatches {
  readonly #byDocument = new Map<number, number>();
  #draft = '';

  /** Another draft begins anew. */
  follow(draft: string): void {
    if (!draft.startsWith(this.#draft)) this.#byDocument.clear();
    this.#draft = draft;
  }

  add(document: number): void {
    this.#byDocument.set(document, (this.#byDocument.get(document) ?? 0) + 1);
  }

  weight(document: number): number {
    return 1 + BOOST * Math.min(MAX_MATCHES, this.#byDocument.get(document) ?? 0);
  }
}

function corpusLevels(corpus: CorpusText, context: string, matches: LongMatches): Level[] {
  let low = 0;
  for (let high = context.length; low < high; ) {
    const length = (low + high + 1) >>> 1;
    const { from, to } = corpus.range(context.slice(-length));
    if (from < to) low = length;
    else high = length - 1;
  }
  const lengths = new Set([low, low - 1, low - 2, Math.ceil(low / 2), 3, 2, 1].filter(n => n >= 1 && n <= low));
  return [...lengths]
    .sort((a, b) => b - a)
    .slice(0, LEVELS)
    .map(length => {
      const range = corpus.range(context.slice(-length));
      const ranks = spread(range);
      const documents = new Set(ranks.map(rank => corpus.document(rank)));
      const isLong = length === low && length >= LONG_MATCH && ranks.length <= FEW_PLACES;
      if (isLong) for (const document of documents) matches.add(document);
      const samples = ranks.map(rank => ({
        weight: matches.weight(corpus.document(rank)),
        unit: (depth: number) => corpus.unit(rank, length + depth),
      }));
      return { length, scale: (range.to - range.from) / ranks.length, witnesses: documents.size, samples };
    });
}

function draftLevels(draft: string, context: string): Level[] {
  return draftMatches(draft, context).map(({ length, ends }) => {
    const unitFrom = (end: number) => (depth: number) =>
      end + depth < draft.length ? draft.charCodeAt(end + depth) : 0;
    const samples = ends.map(end => ({ weight: 1, unit: unitFrom(end) })).sort(byContinuation);
    return { length, scale: 1, witnesses: samples.length, samples };
  });
}

/** Ranks, evenly spaced. */
function spread({ from, to }: Range): number[] {
  const count = Math.min(SAMPLES, to - from);
  return Array.from({ length: count }, (_, i) => from + Math.floor((i * (to - from)) / count));
}

function byContinuation(a: Sample, b: Sample): number {
  for (let depth = 0; depth < MAX_LENGTH; depth++) {
    const difference = a.unit(depth) - b.unit(depth);
    if (difference !== 0) return difference;
  }
  return 0;
}

function addContinuations({ scale, samples }: Level, trust: number, probabilities: Map<string, number>): void {
  // A lone sample counts once, however many it stands for: it may be the only one.
  const occurrences = (start: number, end: number): number => (end - start === 1 ? 1 : (end - start) * scale);
  const weigh = (start: number, end: number): number => {
    const weight = samples.slice(start, end).reduce((sum, sample) => sum + sample.weight, 0);
    return end - start === 1 ? weight : weight * scale;
  };
  const visit = (start: number, end: number, text: string, probability: number): void => {
    const total = weigh(start, end);
    for (let from = start; from < end; ) {
      const unit = samples[from]!.unit(text.length);
      let to = from + 1;
      while (to < end && samples[to]!.unit(text.length) === unit) to++;
      const count = occurrences(from, to);
      const next = probability * (weigh(from, to) / total) * (count / (count + SURVIVAL));
      if (unit > 0x20 && next >= MIN_PROBABILITY && text.length < MAX_LENGTH) {
        const longer = text + String.fromCharCode(unit);
        probabilities.set(longer, (probabilities.get(longer) ?? 0) + next);
        visit(from, to, longer, next);
      }
      from = to;
    }
  };
  visit(0, samples.length, '', trust);
}
