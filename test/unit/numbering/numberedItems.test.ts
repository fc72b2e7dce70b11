import assert from 'node:assert/strict';
import { itemAt, numberedItems } from '../../../src/core/numbering/numberedItems.ts';
import { DRAFT } from './draft.ts';

describe('numberedItems', () => {
  it('nests items as the outline does, each with its whole body', () => {
    const series = numberedItems(DRAFT);
    const text = (offset: number) => {
      const item = itemAt(series, offset)!;
      return DRAFT.slice(item.start, item.end);
    };
    assert.equal(text(DRAFT.indexOf('渠是')).split('\n')[0], '一、修好渠');
    assert.ok(text(DRAFT.indexOf('渠是')).endsWith('要算细账。\n'));
    assert.equal(text(DRAFT.indexOf('要用石料')), '二要牢。要用石料。');
    assert.equal(text(DRAFT.indexOf('支渠')), '2.查支渠。\n');
    assert.equal(text(DRAFT.indexOf('路是')), '三、管好路\n路是脸面。\n');
    assert.equal(itemAt(series, DRAFT.length), undefined);
  });
});
