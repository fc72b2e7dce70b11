import { generator } from '../../unit/support/random.ts';
import type { KindResult } from './tallies.ts';
import { savingsRate, sum, type Tally } from './walk.ts';

/** What is compared: the service where it offers most, with everything else that completes. */
const OURS = 'jianggao eager';
const SERVICE = 'jianggao ';
const RESAMPLES = 2000;
const SEED = 1;
/** Share of the resamples that lie within the interval. */
const CONFIDENCE = 0.95;

/** How many times as much of one kind's characters the service saves as each other engine does; empty where it is not among `rows`. */
export function ratioLines(rows: readonly KindResult[]): string[] {
  const ours = rows.find(({ engine }) => engine === OURS);
  if (ours === undefined) return [];
  const others = rows.filter(({ engine, tallies }) => !engine.startsWith(SERVICE) && savingsRate(sum(tallies)) > 0);
  if (others.length === 0) return [];
  const cells = others.map(({ engine, tallies }) => `${engine} ×${asText(savingsRatio(ours.tallies, tallies))}`);
  return ['', `${OURS} saves, as multiples of: ${cells.join(', ')}.`];
}

/** The ratio of two savings rates, and where it lies in `CONFIDENCE` of the cases had other such drafts been drawn. */
export interface SavingsRatio {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How many times as much `ours` saves as `theirs`: tallies of the same drafts in the same order. The interval is that of the percentile bootstrap over drafts
 * (B. Efron, "Bootstrap methods", 1979); the same input gives the same one.
 */
export function savingsRatio(ours: readonly Tally[], theirs: readonly Tally[]): SavingsRatio {
  const random = generator(SEED);
  const ratioOf = (drafts: readonly number[]): number =>
    savingsRate(sum(drafts.map(i => ours[i]!))) / savingsRate(sum(drafts.map(i => theirs[i]!)));
  const drawn = Array.from({ length: RESAMPLES }, () =>
    ratioOf(ours.map(() => Math.floor(random() * ours.length))),
  ).sort((a, b) => a - b);
  const outside = Math.floor((RESAMPLES * (1 - CONFIDENCE)) / 2);
  return { ratio: ratioOf([...ours.keys()]), low: drawn[outside]!, high: drawn[RESAMPLES - 1 - outside]! };
}

function asText({ ratio, low, high }: SavingsRatio): string {
  return `${ratio.toFixed(2)} (${low.toFixed(2)} … ${high.toFixed(2)})`;
}
