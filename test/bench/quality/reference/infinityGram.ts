import type { Completer } from '../walk.ts';
import type { CorpusText, Range } from './corpusText.ts';
import { type Candidate, chooseGreedily } from './greedyChoice.ts';

const MAX_CONTEXT = 24;
const MAX_LENGTH = 24;
const LEVELS = 5;
const SAMPLES = 64;
/** Trust in a level by the documents it has seen: `documents / (documents + BACKOFF)`. */
const BACKOFF = 1;
/** Each further character of something seen `count` times survives with `count / (count + SURVIVAL)`. */
const SURVIVAL = 1;
const MIN_PROBABILITY = 0.003;
const MAX_CANDIDATES = 40;

interface Level extends Range {
  /** Characters of context. */
  readonly length: number;
}

/**
 * The first prototype's ∞-gram, frozen: the longest suffix of the paragraph that occurs in the corpus and a few shorter
 * ones, evenly spaced samples of what follows each, interpolated; the five texts that together are expected to save most,
 * cut anywhere. No draft, no words, no thresholds.
 */
export function infinityGramCompleter(corpus: CorpusText): Completer {
  return before => {
    const context = before.slice(before.lastIndexOf('\n') + 1).slice(-MAX_CONTEXT);
    const probabilities = new Map<string, number>();
    let rest = 1;
    for (const level of contextLevels(corpus, context)) {
      const samples = spread(level);
      const documents = new Set(samples.map(rank => corpus.document(rank))).size;
      const trust = rest * (documents / (documents + BACKOFF));
      rest -= trust;
      addContinuations(corpus, level, samples, trust, probabilities);
    }
    const candidates: Candidate[] = [...probabilities]
      .map(([text, probability]) => ({ text, probability }))
      .filter(({ text }) => text.length > 1)
      .sort((a, b) => b.probability * (b.text.length - 1) - a.probability * (a.text.length - 1))
      .slice(0, MAX_CANDIDATES);
    return chooseGreedily(candidates).map(text => ({ insertText: text, replaceLength: 0 }));
  };
}

function contextLevels(corpus: CorpusText, context: string): Level[] {
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
    .map(length => ({ length, ...corpus.range(context.slice(-length)) }));
}

/** Ranks, evenly spaced. */
function spread({ from, to }: Range): number[] {
  const count = Math.min(SAMPLES, to - from);
  return Array.from({ length: count }, (_, i) => from + Math.floor((i * (to - from)) / count));
}

function addContinuations(
  corpus: CorpusText,
  level: Level,
  samples: readonly number[],
  trust: number,
  probabilities: Map<string, number>,
): void {
  const scale = (level.to - level.from) / samples.length;
  // A lone sample counts once, however many it stands for: it may be the only one.
  const estimate = (count: number): number => (count === 1 ? 1 : count * scale);
  const visit = (start: number, end: number, text: string, probability: number): void => {
    for (let from = start; from < end; ) {
      const unit = corpus.unit(samples[from]!, level.length + text.length);
      let to = from + 1;
      while (to < end && corpus.unit(samples[to]!, level.length + text.length) === unit) to++;
      const count = estimate(to - from);
      const next = probability * (count / estimate(end - start)) * (count / (count + SURVIVAL));
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
