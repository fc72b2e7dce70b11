/**
 * `npm run train:ranking -- --drafts DIR --index DIR [--index DIR …] [--positions 4000] [--steps 600] [--write]`: fits the
 * weights of `src/core/complete/trust.ts` to what drafts go on with. DIR of drafts: the training split, one folder a kind
 * (`split.ts`); no index may hold a draft. Of each kind and index as many random positions are looked at, evenly over the drafts;
 * every fifth draft is held out, and says what the weights are worth. The same input gives the same weights. Indexes of
 * several sizes belong together: weights fitted to a large corpus alone are wrong on a small one.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { trustFeatures } from '../../../src/core/complete/trust.ts';
import { openIndex } from '../../../src/node/indexDirectory.ts';
import { generator } from '../../unit/support/random.ts';
import { type DraftDocument, readDrafts } from './documents.ts';
import { eventsOf, type TrustEvent } from './trainTrustEvents.ts';
import { fitWeights, loss } from './trainTrustModel.ts';
import { withWeights } from './trainTrustSource.ts';

const TRUST = join(import.meta.dirname, '../../../src/core/complete/trust.ts');
const C_MAPS = join(import.meta.dirname, '../../../dist/cmaps');
const SEED = 1;
/** One draft in so many is held out. */
const HOLD_OUT = 5;
/** Steps between two lines of progress. */
const PROGRESS = 100;

/** What one index has to say about the drafts. */
interface Gathered {
  readonly directory: string;
  readonly training: readonly TrustEvent[];
  readonly heldOut: readonly TrustEvent[];
}

const { values } = parseArgs({
  options: {
    drafts: { type: 'string' },
    index: { type: 'string', multiple: true, default: [] },
    positions: { type: 'string', default: '4000' },
    steps: { type: 'string', default: '600' },
    write: { type: 'boolean', default: false },
  },
});
if (values.drafts === undefined || values.index.length === 0) {
  throw new Error(
    'npm run train:ranking -- --drafts DIR --index DIR [--index DIR …] [--positions N] [--steps N] [--write]',
  );
}

const drafts = await readDrafts(values.drafts, C_MAPS);
const gathered = values.index.map(directory => gather(directory, drafts, Number(values.positions)));
const training = gathered.flatMap(each => each.training);
const shipped = trustFeatures.map(feature => feature.weight);
report('shipped', shipped);
const fitted = fitWeights(training, trustFeatures.length, {
  steps: Number(values.steps),
  onStep: (step, value) => step % PROGRESS === 1 && console.log(`step ${step}: ${value.toFixed(4)}`),
}).map(weight => Number(weight.toFixed(3)));
report('fitted', fitted);
console.log(trustFeatures.map(({ name, weight }, i) => `${name}: ${weight} → ${fitted[i]}`).join('\n'));
if (values.write) {
  const weights = new Map(trustFeatures.map(({ name }, i) => [name, fitted[i]!]));
  writeFileSync(TRUST, withWeights(readFileSync(TRUST, 'utf8'), weights));
}

function gather(directory: string, documents: readonly DraftDocument[], positionsPerKind: number): Gathered {
  const index = openIndex(directory);
  const random = generator(SEED);
  const events: Record<'training' | 'heldOut', TrustEvent[]> = { training: [], heldOut: [] };
  for (const ofKind of Map.groupBy(documents, ({ kind }) => kind).values()) {
    const positions = Math.ceil(positionsPerKind / ofKind.length);
    ofKind.forEach(({ text }, i) => {
      const split = i % HOLD_OUT === 0 ? 'heldOut' : 'training';
      for (const event of eventsOf(index, text, positions, random)) events[split].push(event);
    });
  }
  index.close();
  console.log(`${directory}: ${events.training.length} events, ${events.heldOut.length} held out`);
  return { directory, ...events };
}

function report(what: string, weights: readonly number[]): void {
  console.log(`${what}: ${loss(training, weights).toFixed(4)} nats an event`);
  for (const { directory, heldOut } of gathered) {
    console.log(`  held out, ${directory}: ${loss(heldOut, weights).toFixed(4)}`);
  }
}
