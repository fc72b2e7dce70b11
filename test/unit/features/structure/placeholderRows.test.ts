import assert from 'node:assert/strict';
import { placeholderRows } from '../../../../src/features/structure/placeholderRows.ts';

describe('rows of 待填', () => {
  it('show each placeholder among its words, with its line', () => {
    const rows = placeholderRows('第一行\n\n　　今年我县粮食产量同比增长XX%，比上年同期有了很大的提高。\r\nXX县');
    assert.deepEqual(
      rows.map(({ label, highlight, line }) => [label, label.slice(...highlight), line]),
      [
        ['…产量同比增长XX%，比上年同期有了很大的提…', 'XX%', 3],
        ['XX县', 'XX', 4],
      ],
    );
  });

  it('are none where nothing is left', () => assert.deepEqual(placeholderRows(''), []));
});
