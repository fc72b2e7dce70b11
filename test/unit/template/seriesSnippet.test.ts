import assert from 'node:assert/strict';
import { findSeries } from '../../../src/core/parallel/findSeries.ts';
import { blanksOfSeries } from '../../../src/core/template/seriesSnippet.ts';
import { snippetText } from '../../../src/core/template/snippet.ts';

describe('a series with blanks', () => {
  const cases: readonly (readonly [text: string, shown: string, stops: number])[] = [
    ['要从点滴中积累、从一线中历练。', '从＿＿中＿＿、从＿＿中＿＿', 4],
    ['要稳就业、稳金融、稳预期。', '稳＿＿、稳＿＿、稳＿＿', 3],
    ['增强使命感、责任感、紧迫感。', '＿＿感、＿＿感、＿＿感', 3],
    ['一是抓重点。二是补短板。', '一是□□□。二是□□□', 2],
    ['要精心组织、周密部署、狠抓落实。', '□□□□、□□□□、□□□□', 3],
  ];
  for (const [text, shown, stops] of cases) {
    it(`${text} becomes ${shown}`, () => {
      const [series] = findSeries(text);
      const pieces = blanksOfSeries(series!, text.slice(series!.start, series!.end));
      assert.equal(snippetText(pieces), shown);
      const indexes = pieces.flatMap(piece => (typeof piece === 'string' ? [] : [piece.index]));
      assert.deepEqual(indexes, [...Array.from({ length: stops }, (_, i) => i + 1), 0]);
    });
  }

  it('keeps what could be taken for its own syntax as text', () => {
    const text = '价$1、税$2';
    const members = [
      { text: '价$1', start: 5, end: 8 },
      { text: '税$2', start: 9, end: 12 },
    ];
    const pieces = blanksOfSeries({ start: 5, members, frame: '…$…' }, text);
    assert.equal(snippetText(pieces), '＿＿$＿＿、＿＿$＿＿');
  });
});
