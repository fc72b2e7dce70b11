import assert from 'node:assert/strict';
import { PostingTable, packPostings, postingsOf } from '../../../src/core/index/format/seriesPostings.ts';

/** Postings of `keys`, at the positions given with them, as a segment would read them. */
function searcher(keys: ReadonlyArray<{ readonly key: string; readonly start: number }>): (key: string) => number[] {
  const bytes = packPostings([postingsOf(keys)], Uint32Array.of(0));
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  const table = new PostingTable(keys.length, (index, count) => words.slice(2 * index, 2 * (index + count)));
  return key => table.positions(key);
}

describe('seriesPostings', () => {
  it('gives every position of a key, ascending, and none of others', () => {
    const find = searcher([
      { key: 'm稳就业', start: 900 },
      { key: 'f从…中…', start: 3 },
      { key: 'm稳就业', start: 16_777_215 },
      { key: 'm稳就业', start: 0 },
    ]);
    assert.deepEqual(find('m稳就业'), [0, 900, 16_777_215]);
    assert.deepEqual(find('f从…中…'), [3]);
    assert.deepEqual(find('m稳'), []);
    assert.deepEqual(searcher([])('m稳就业'), []);
  });

  it('counts positions from where their document begins', () => {
    const ofDocuments = [5, 7].map(start => postingsOf([{ key: 'm稳就业', start }]));
    const words = new Uint32Array(packPostings(ofDocuments, Uint32Array.of(0, 16_777_200)).buffer);
    const table = new PostingTable(2, (index, count) => words.slice(2 * index, 2 * (index + count)));
    assert.deepEqual(table.positions('m稳就业'), [5, 16_777_207]);
  });

  it('finds keys among many, rare ones and one that stands more often than is read at once', () => {
    const keys = Array.from({ length: 60_000 }, (_, start) => ({
      key: start % 4 === 0 ? '常见' : `第${start}项`,
      start,
    }));
    const find = searcher(keys);
    assert.deepEqual(
      find('常见'),
      keys.filter(({ key }) => key === '常见').map(({ start }) => start),
    );
    for (let start = 1; start < keys.length; start += 997)
      if (start % 4 !== 0) assert.deepEqual(find(`第${start}项`), [start]);
  });
});
