import assert from 'node:assert/strict';
import type { Level } from '../../../src/core/complete/levels.ts';
import { NodeCounts } from '../../../src/core/complete/nodeCounts.ts';
import { NO_UNIT, Samples } from '../../../src/core/complete/samples.ts';

/** Two levels: of the longer one each sample is one occurrence, of the shorter one four. */
function evidence(longer: readonly string[], shorter: readonly string[]): { levels: Level[]; samples: Samples } {
  const samples = new Samples();
  for (const [i, text] of [...longer, ...shorter].entries()) {
    samples.addText(text, 0, [], 1, { segment: 0, position: i * 100 });
  }
  const corpus = { origin: 'corpus' } as const;
  return {
    levels: [
      { ...corpus, length: 4, scale: 1, from: 0, to: longer.length },
      { ...corpus, length: 2, scale: 4, from: longer.length, to: samples.length },
    ],
    samples,
  };
}

describe('NodeCounts', () => {
  const { levels, samples } = evidence(['渔港', '林场'], ['渔船', '渔港', '茶园', '渔港']);
  const node = new NodeCounts().turnTo(levels, samples);
  const ways = (): string[] => Array.from({ length: node.branches }, (_, i) => String.fromCharCode(node.unit(i)));

  it('counts samples, occurrences and different units by level', () => {
    node.turnTo(levels, samples).read(0, 6, 0);
    assert.deepEqual(ways(), ['渔', '林', '茶']);
    assert.deepEqual([...node.samples], [2, 4]);
    assert.deepEqual([...node.distinct], [2, 2]);
    assert.deepEqual([...node.totals], [2, 16]);
    assert.deepEqual([node.count(0, 0), node.count(0, 1)], [1, 12]);
  });

  it('counts a lone sample once, however many occurrences it stands for', () => {
    node.turnTo(levels, samples).read(0, 6, 0);
    assert.equal(node.count(2, 1), 1);
  });

  it('puts the samples of a branch side by side, those of the longer level first', () => {
    node.turnTo(levels, samples).read(0, 6, 0);
    assert.deepEqual([node.start(0), node.start(1), node.start(2), node.start(3)], [0, 4, 5, 6]);
    const numbers = Array.from({ length: 6 }, (_, place) => node.sample(place));
    assert.deepEqual(numbers, [0, 2, 3, 5, 1, 4]);
    assert.equal(node.levelOf(numbers[0]!).length, 4);
  });

  it('goes on from one of its branches', () => {
    node.turnTo(levels, samples).read(0, 6, 0);
    node.read(node.start(0), node.start(1), 1);
    assert.deepEqual(ways(), ['港', '船']);
    node.read(node.start(0), node.start(1), 2);
    assert.deepEqual([node.branches, node.unit(0), node.isOpen(0)], [1, NO_UNIT, false]);
  });

  it('may be used again for more samples', () => {
    const more = evidence(
      Array.from({ length: 300 }, (_, i) => String.fromCharCode(0x4e00 + i)),
      ['渔港'],
    );
    node.turnTo(more.levels, more.samples).read(0, more.samples.length, 0);
    assert.equal(node.branches, 301);
    assert.deepEqual([...node.distinct], [300, 1]);
  });
});
