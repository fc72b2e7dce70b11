import type { Completer, Offer } from '../walk.ts';
import type { CorpusText } from './corpusText.ts';

/** Characters of context: one less than the order. */
const CONTEXT = 4;
const LIST_LENGTH = 5;
const MAX_LENGTH = 24;

interface NextUnit {
  readonly unit: string;
  readonly probability: number;
}

/**
 * A fixed character 5-gram, greedy: the five most likely next characters, each followed by the most likely one again and
 * again, cut where probability × keys saved is greatest. Plain counts.
 *
 * @param backOff whether three characters of context are used where four never occur, and so on; else nothing is offered
 */
export function fiveGramCompleter(corpus: CorpusText, backOff: boolean): Completer {
  const cache = new Map<string, readonly NextUnit[]>();
  const likely = (context: string): readonly NextUnit[] => {
    let found = cache.get(context);
    if (found === undefined) {
      found = nextUnits(corpus, context, backOff ? 1 : context.length);
      cache.set(context, found);
    }
    return found;
  };
  return before => {
    const context = before.slice(before.lastIndexOf('\n') + 1).slice(-CONTEXT);
    return likely(context)
      .map(first => grow(first, context, likely))
      .filter(({ gain }) => gain > 0)
      .sort((a, b) => b.gain - a.gain)
      .map(({ text }): Offer => ({ insertText: text, replaceLength: 0 }));
  };
}

function grow(first: NextUnit, context: string, likely: (context: string) => readonly NextUnit[]) {
  let text = '';
  let probability = 1;
  let best = { text: '', gain: 0 };
  for (let next: NextUnit | undefined = first; next !== undefined && text.length < MAX_LENGTH; ) {
    text += next.unit;
    probability *= next.probability;
    const gain = probability * (text.length - 1);
    if (gain > best.gain) best = { text, gain };
    next = likely((context + text).slice(-CONTEXT))[0];
  }
  return best;
}

function nextUnits(corpus: CorpusText, context: string, shortest: number): NextUnit[] {
  for (let length = context.length; length >= shortest; length--) {
    const counts: Array<{ unit: string; count: number }> = [];
    let total = 0;
    for (const { unit, range } of corpus.next(corpus.range(context.slice(-length)), length)) {
      const count = range.to - range.from;
      total += count;
      counts.push({ unit: String.fromCharCode(unit), count });
    }
    if (total === 0) continue;
    return counts
      .sort((a, b) => b.count - a.count)
      .slice(0, LIST_LENGTH)
      .map(({ unit, count }) => ({ unit, probability: count / total }));
  }
  return [];
}
