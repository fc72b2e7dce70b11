import assert from 'node:assert/strict';
import { frequentTexts } from '../../../src/core/index/frequentTexts.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';
import { generator } from '../support/random.ts';

/** Suffixes for each row of the table in memory. */
const STRIDE = 64;
const UNITS = '要抓实，';

const random = generator(4);
const text = (length: number): string =>
  Array.from({ length }, () => UNITS[Math.floor(random() ** 2 * UNITS.length)]).join('');
const files = [
  { 甲: text(30_000), 乙: text(2000) },
  { 丙: text(25_000), 丁: text(400) },
];
const corpus = inMemoryCorpus(...files);

describe('frequentTexts', () => {
  it('are those that have so many rows of the table', () => {
    const least = 5;
    const [segment] = corpus.segments;
    const found = [...frequentTexts(segment!.search, least)];
    const alone = inMemoryCorpus(files[0]!);
    const countOf = (each: string): number => alone.frequencies.of(each).occurrences;
    assert.ok(found.length > 20);
    assert.deepEqual(found, [...new Set(found)].sort());
    for (const each of found) assert.ok(each.length > 1 && countOf(each) > (least - 1) * STRIDE, each);
    for (const a of UNITS) {
      for (const b of UNITS) {
        for (const each of [`${a}${b}`, `${a}${b}要`, `要${a}${b}抓`]) {
          if (countOf(each) >= (least + 1) * STRIDE) assert.ok(found.includes(each), each);
        }
      }
    }
  });
});

describe('frequencies', () => {
  it('are the same whether they were counted before or are when somebody asks', () => {
    const fresh = inMemoryCorpus(...files);
    const counted = inMemoryCorpus(...files);
    let steps = 0;
    while (counted.frequencies.countNext()) steps++;
    assert.ok(steps > 0);
    for (const each of ['要要', '要抓', '抓要要', '，要', '要要要要', '实，要抓', '没有']) {
      assert.deepEqual(counted.frequencies.of(each), fresh.frequencies.of(each), each);
    }
  });
});
