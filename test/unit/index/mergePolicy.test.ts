import assert from 'node:assert/strict';
import fc from 'fast-check';
import { planMerges } from '../../../src/core/index/build/mergePolicy.ts';
import { MAX_SEGMENT_CHARACTERS } from '../../../src/core/index/format/segmentFormat.ts';

const sizes = (...characters: number[]) => characters.map(each => ({ characters: each, deletedCharacters: 0 }));

describe('planMerges', () => {
  it('merges four small segments, leaves three alone', () => {
    assert.deepEqual(planMerges(sizes(1000, 2000, 3000)), []);
    assert.deepEqual(planMerges(sizes(1000, 2000, 3000, 4000)), [[0, 1, 2, 3]]);
  });

  it('does not touch a big segment for the sake of small ones', () => {
    assert.deepEqual(planMerges(sizes(10_000_000, 1000, 2000, 3000, 4000)), [[1, 2, 3, 4]]);
  });

  it('rewrites a segment most of which is deleted', () => {
    assert.deepEqual(planMerges([{ characters: 5_000_000, deletedCharacters: 2_000_000 }]), [[0]]);
  });

  it('never plans a segment that is too long, nor one segment twice', () => {
    const segment = fc.record({
      characters: fc.integer({ min: 1, max: MAX_SEGMENT_CHARACTERS }),
      deletedCharacters: fc.constant(0),
    });
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 40 }), segments => {
        const groups = planMerges(segments);
        assert.equal(new Set(groups.flat()).size, groups.flat().length);
        for (const group of groups) {
          const total = group.reduce((sum, index) => sum + segments[index]!.characters, 0);
          assert.ok(total <= MAX_SEGMENT_CHARACTERS);
        }
      }),
    );
  });

  it('keeps the number of segments logarithmic while documents come one by one', () => {
    let segments = sizes();
    for (let i = 0; i < 2000; i++) {
      segments.push({ characters: 5000, deletedCharacters: 0 });
      for (const group of planMerges(segments)) {
        const total = group.reduce((sum, index) => sum + segments[index]!.characters, 0);
        segments = segments.filter((_, index) => !group.includes(index));
        segments.push({ characters: total, deletedCharacters: 0 });
      }
    }
    assert.ok(segments.length <= 12, `${segments.length} segments`);
    assert.equal(
      segments.reduce((sum, each) => sum + each.characters, 0),
      2000 * 5000,
    );
  });
});
