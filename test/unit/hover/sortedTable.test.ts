import assert from 'node:assert/strict';
import { SortedTable } from '../../../src/core/hover/sortedTable.ts';

describe('SortedTable', () => {
  const words = ['一一列举', '久久为功', '久久为功者', '实干', '真抓实干', '饕餮之徒'];

  it('finds every word of tables of any length, and no other', () => {
    for (let count = 0; count <= words.length; count++) {
      const held = words.slice(0, count);
      const table = new SortedTable(held.map(word => `${word}\t\t出处\t${word}的读音\n`).join(''));
      for (const word of held)
        assert.deepEqual(table.get(word), { word, derivation: '出处', reading: `${word}的读音` });
      for (const absent of [...words.slice(count), '', '一', '久久', '真抓', '龥'])
        assert.equal(table.get(absent), undefined, absent);
    }
  });
});
