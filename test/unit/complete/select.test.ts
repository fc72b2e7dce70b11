import assert from 'node:assert/strict';
import { select } from '../../../src/core/complete/select.ts';

const chosen = (candidates: ReadonlyArray<readonly [string, number]>, limit: number): string[] =>
  select(
    candidates.map(([text, probability]) => ({ text, probability })),
    limit,
  ).map(choice => choice.continuation.text);

describe('select', () => {
  it('takes first what saves most on average', () => {
    assert.deepEqual(
      chosen(
        [
          ['实干', 0.9],
          ['实干、久久为功', 0.5],
          ['好落实', 0.2],
        ],
        1,
      ),
      ['实干、久久为功'],
    );
  });

  it('counts a beginning of something chosen only where the rest is wrong', () => {
    const choices = select(
      [
        { text: '实干、久久为功', probability: 0.5 },
        { text: '实干', probability: 0.9 },
      ],
      2,
    );
    assert.ok(Math.abs(choices[1]!.expectedSaving - 0.4) < 1e-9);
  });

  it('takes one row at most with the mark after a phrase, and only beside the phrase', () => {
    const list = chosen(
      [
        ['真抓实干，', 0.4],
        ['真抓实干', 0.5],
        ['久久为功，', 0.2],
        ['久久为功', 0.3],
      ],
      5,
    );
    assert.deepEqual(list, ['真抓实干', '久久为功', '真抓实干，']);
  });

  it('leaves out what saves nothing', () => {
    assert.deepEqual(
      chosen(
        [
          ['实', 1],
          ['实干', 0.5],
        ],
        5,
      ),
      ['实干'],
    );
  });
});
