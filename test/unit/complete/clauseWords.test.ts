import assert from 'node:assert/strict';
import { ClauseWords } from '../../../src/core/complete/clauseWords.ts';

const text = '要狠抓落实，再接再厉。\n全面推进乡村振兴';
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

describe('ClauseWords', () => {
  const marks = [5, 10, 11];
  const clauses = [
    [0, 5],
    [6, 10],
    [12, text.length],
  ] as const;
  const expected = new Set([
    ...marks,
    ...clauses.flatMap(([start, end]) =>
      Array.from(segmenter.segment(text.slice(start, end)), ({ index }) => start + index),
    ),
  ]);

  it('start where the platform splits each clause, and at each mark', () => {
    const words = new ClauseWords(text);
    for (let at = 0; at < text.length; at++) assert.equal(words.startsAt(at), expected.has(at), `${at}`);
  });

  it('are the same in whatever order they are asked for', () => {
    const words = new ClauseWords(text);
    for (const at of [14, 3, 12, 8, 1, 16, 5, 2]) assert.equal(words.startsAt(at), expected.has(at), `${at}`);
  });

  it('do not start at the end', () => {
    assert.equal(new ClauseWords(text).startsAt(text.length), false);
    assert.equal(new ClauseWords('').startsAt(0), false);
  });
});
