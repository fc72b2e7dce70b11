import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { continuations } from '../../../src/core/complete/continuations.ts';
import { trustFeatures } from '../../../src/core/complete/trust.ts';
import { eventsAt, eventsOf, type TrustEvent } from '../../bench/quality/trainTrustEvents.ts';
import { fitWeights, loss } from '../../bench/quality/trainTrustModel.ts';
import { withWeights } from '../../bench/quality/trainTrustSource.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';
import { generator } from '../support/random.ts';

const corpus = inMemoryCorpus({
  '春.txt': '大家要真抓实干，颗粒归仓。各级要把难事当磨刀石。',
  '夏.txt': '必须真抓实干，久久为功。大家要真抓落实。',
});
const shipped = trustFeatures.map(feature => feature.weight);

/** Events of one or two levels and two features each; what came is drawn as `weights` say it comes. */
function syntheticEvents(size: number, weights: readonly number[]): TrustEvent[] {
  const random = generator(5);
  return Array.from({ length: size }, () => {
    const levels = 1 + Math.floor(random() * 2);
    const features = Float64Array.from({ length: levels * 2 }, (_, i) => (i % 2 === 0 ? 1 : random() * 2 - 1));
    const shares = new Float64Array(levels);
    for (let level = 0; level < levels; level++) {
      const score = weights[0]! * features[level * 2]! + weights[1]! * features[level * 2 + 1]!;
      // Each level knows one unit, another one than the others: it came from the first level that is believed.
      if (random() < 1 / (1 + Math.exp(-score))) {
        shares[level] = 1;
        break;
      }
    }
    return { features, shares };
  });
}

describe('loss of trust weights', () => {
  it('has the gradient that finite differences have', () => {
    const events = [
      { features: Float64Array.of(1, 0.5, 1, -2, 1, 1.5), shares: Float64Array.of(0.25, 0, 0.75) },
      { features: Float64Array.of(1, 2, 1, -1), shares: Float64Array.of(0, 1) },
      { features: Float64Array.of(1, -0.5), shares: Float64Array.of(0) },
    ];
    const weights = [0.3, -0.7];
    const gradient = new Float64Array(2);
    loss(events, weights, gradient);
    for (let i = 0; i < weights.length; i++) {
      const moved = (by: number): number => loss(events, weights.with(i, weights[i]! + by));
      assert.ok(Math.abs((moved(1e-5) - moved(-1e-5)) / 2e-5 - gradient[i]!) < 1e-7);
    }
  });

  it('is the surprise of the engine itself at what came', () => {
    const before = '\n大家要';
    const coming = '真抓实干';
    const events = eventsAt(corpus, `今天${before}${coming}`, 6);
    const { continuations: found } = continuations(corpus, before, `今天${before}`);
    const chance = found.find(({ text }) => text === coming)!.probability;
    const summed = loss(events.slice(0, coming.length), shipped) * coming.length;
    assert.ok(Math.abs(Math.exp(-summed) - chance) < 1e-3, `${Math.exp(-summed)} ${chance}`);
  });
});

describe('fitting trust weights', () => {
  it('finds the weights that events were drawn with', () => {
    const [bias, slope] = fitWeights(syntheticEvents(4000, [0.5, -1.5]), 2, { steps: 300 });
    assert.ok(Math.abs(bias! - 0.5) < 0.15, `${bias}`);
    assert.ok(Math.abs(slope! + 1.5) < 0.15, `${slope}`);
  });

  it('gives the same weights for the same drafts', () => {
    const draft = '大家要真抓实干，久久为功。各级必须真抓落实。';
    const run = (): number[] => fitWeights(eventsOf(corpus, draft, 20, generator(3)), shipped.length, { steps: 20 });
    assert.deepEqual(run(), run());
  });
});

describe('events of a draft', () => {
  it('follow it unit by unit as far as a source does', () => {
    const events = eventsAt(corpus, '大家要真抓实事', 3);
    // 真, 抓, 实 are known; 事 is not, and the last event says so.
    assert.equal(events.length, 4);
    assert.ok(events.slice(0, 3).every(({ shares }) => shares.some(share => share > 0)));
    assert.ok(events[3]!.shares.every(share => share === 0));
    assert.ok(events.every(({ features, shares }) => features.length === shares.length * trustFeatures.length));
  });

  it('end with the sentence, and are none where nothing is offered', () => {
    const toTheEnd = eventsAt(corpus, '大家要真抓落实。各级', 5);
    assert.equal(toTheEnd.length, '落实。'.length);
    assert.deepEqual(eventsAt(corpus, '《大家要真抓', 4), []);
    assert.deepEqual(eventsAt(corpus, '大家要\n真抓', 3), []);
  });
});

describe('weights in the source', () => {
  const source = readFileSync(new URL('../../../src/core/complete/trust.ts', import.meta.url), 'utf8');

  it('are found by the names of their features, and nothing else is changed', () => {
    const same = withWeights(source, new Map(trustFeatures.map(({ name, weight }) => [name, weight])));
    assert.equal(same, source);
    const [first] = trustFeatures;
    const changed = withWeights(source, new Map([[first!.name, 12.5]]));
    assert.equal(changed, source.replace(`weight: ${first!.weight},`, 'weight: 12.5,'));
  });

  it('are refused for a feature that is not there', () => {
    assert.throws(() => withWeights(source, new Map([['nothing', 1]])), /«nothing»/);
  });
});
