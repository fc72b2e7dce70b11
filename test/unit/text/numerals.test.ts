import assert from 'node:assert/strict';
import { formatOrdinal, nextOrdinal, ordinalAt, parseOrdinal } from '../../../src/core/text/numerals.ts';

describe('Chinese ordinals', () => {
  it('go both ways from 一 to 九十九', () => {
    for (let value = 1; value <= 99; value++) assert.equal(parseOrdinal(formatOrdinal(value)!), value);
    assert.deepEqual([1, 9, 10, 11, 20, 21, 99].map(formatOrdinal), [
      '一',
      '九',
      '十',
      '十一',
      '二十',
      '二十一',
      '九十九',
    ]);
  });

  it('know what comes next', () => {
    assert.equal(nextOrdinal('九'), '十');
    assert.equal(nextOrdinal('十九'), '二十');
    assert.equal(nextOrdinal('九十九'), undefined);
  });

  for (const text of ['', '百', '一二', '十十', '一十二十', '二〇二六', '两', '三千', '零', 'x'])
    it(`«${text}» is none`, () => assert.equal(parseOrdinal(text), undefined));

  for (const value of [0, -1, 100, 1.5, Number.NaN])
    it(`${value} has none`, () => assert.equal(formatOrdinal(value), undefined));

  it('are read as far as they go, and not at all if they go on', () => {
    assert.deepEqual(ordinalAt('十二是', 0), { value: 12, length: 2 });
    assert.equal(ordinalAt('一二三四', 0), undefined);
    assert.equal(ordinalAt('是', 0), undefined);
  });
});
