import assert from 'node:assert/strict';
import type { CorpusIndex } from '../../../src/core/index/corpusIndex.ts';
import { countFollowers } from '../../../src/core/index/reading/followers.ts';
import { followersOf, sampleFollowers } from '../../../src/core/index/sampledFollowers.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';
import { generator } from '../support/random.ts';

describe('followers', () => {
  it('are what stands after a text, in ascending order in each segment', () => {
    const index = inMemoryCorpus({ 甲: '抓落实，抓重点。' }, { 乙: '抓重点，抓落实。抓' });
    const units = followersOf(index.segments, index.matches.of('抓'), 1, 100).map(({ count, unitAt }) =>
      Array.from({ length: count }, (_, i) => String.fromCharCode(unitAt(i))),
    );
    assert.deepEqual(units, [
      ['落', '重'],
      ['\u0001', '落', '重'],
    ]);
  });

  it('are no more than asked for, spread over all', () => {
    const index = inMemoryCorpus({ 甲: '一甲一乙一丙一丁'.repeat(50) });
    const [followers] = followersOf(index.segments, index.matches.of('一'), 1, 20);
    assert.equal(followers!.count, 20);
    assert.equal(
      countFollowers(
        followers!,
        ['甲', '丁'].map(unit => unit.charCodeAt(0)),
        20,
      ),
      10,
    );
  });
});

describe('some followers', () => {
  const shareOf = (index: CorpusIndex, text: string, unit: string, limit: number): number => {
    const followers = sampleFollowers(index.segments, text, limit);
    const seen = followers.reduce((sum, { count }) => sum + count, 0);
    return followers.reduce((sum, each) => sum + countFollowers(each, [unit.charCodeAt(0)], each.count), 0) / seen;
  };

  it('are of the first segment, if it has enough, else of others too', () => {
    const index = inMemoryCorpus({ 乙: '一乙。一甲。一乙。一乙。' }, { 甲: '一甲。一甲。' });
    const counts = (limit: number): number[] => sampleFollowers(index.segments, '一', limit).map(({ count }) => count);
    assert.deepEqual(counts(4), [4]);
    assert.deepEqual(counts(5), [4, 2]);
    assert.equal(shareOf(index, '一', '甲', 4), 1 / 4);
    assert.equal(shareOf(index, '一', '甲', 5), 3 / 6);
  });

  it('of what stands often are in proportion, of few places as of many', () => {
    const index = inMemoryCorpus({ 甲: '一甲一乙一丙一丁'.repeat(1000) });
    for (const limit of [20, 60, 200, 4000]) {
      for (const unit of '甲丙') assert.ok(Math.abs(shareOf(index, '一', unit, limit) - 0.25) < 0.03);
    }
  });
});

describe('countFollowers', () => {
  it('counts as if each were looked at, and looks at few', () => {
    const random = generator(7);
    for (let round = 0; round < 200; round++) {
      const units = Int32Array.from({ length: Math.floor(random() * 100) }, () => Math.floor(random() * 30)).sort();
      const wanted = [3, 17, 18, 29];
      const enough = 1 + Math.floor(random() * 100);
      const expected = Math.min(enough, units.filter(unit => wanted.includes(unit)).length);
      assert.equal(countFollowers({ count: units.length, unitAt: i => units[i]! }, wanted, enough), expected);
    }
    let asked = 0;
    const same = { count: 1000, unitAt: () => ++asked && 5 };
    assert.equal(countFollowers(same, [6, 7], 1000), 0);
    assert.ok(asked < 30, `${asked}`);
  });

  it('looks at two where what is counted stands before or behind all', () => {
    let asked = 0;
    const followers = { count: 1000, unitAt: (i: number) => ++asked && 10 + (i >>> 2) };
    assert.equal(countFollowers(followers, [3, 5, 400], 1000), 0);
    assert.equal(asked, 2);
  });
});
