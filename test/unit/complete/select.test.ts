import assert from 'node:assert/strict';
import { mostHitChance } from '../../../src/core/complete/hitBound.ts';
import { type Choosing, hitChance, select } from '../../../src/core/complete/select.ts';
import { generator } from '../support/random.ts';

const choosing: Choosing = { worthExponent: 0.4, markedRows: 1 };

const chosen = (candidates: ReadonlyArray<readonly [string, number]>, limit: number, how = choosing): string[] =>
  select(
    candidates.map(([text, probability]) => ({ text, probability })),
    limit,
    how,
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
      choosing,
    );
    assert.ok(Math.abs(choices[1]!.expectedSaving - 0.4) < 1e-9);
  });

  it('takes as many rows as it may with the mark after a phrase, and only beside the phrase', () => {
    const candidates = [
      ['真抓实干，', 0.4],
      ['真抓实干', 0.5],
      ['久久为功，', 0.2],
      ['久久为功', 0.3],
    ] as const;
    assert.deepEqual(chosen(candidates, 5), ['真抓实干', '久久为功', '真抓实干，']);
    const marked = chosen(candidates, 5, { ...choosing, markedRows: 2 });
    assert.deepEqual(marked, ['真抓实干', '久久为功', '真抓实干，', '久久为功，']);
  });

  it('takes a phrase with one mark only', () => {
    const candidates = [
      ['真抓实干', 0.6],
      ['真抓实干，', 0.3],
      ['真抓实干。', 0.2],
      ['久久为功', 0.1],
    ] as const;
    const rows = chosen(candidates, 5, { ...choosing, markedRows: 2 });
    assert.deepEqual(rows, ['真抓实干', '久久为功', '真抓实干，']);
  });

  it('gives a place to a third mark only where no other phrase wants it', () => {
    const candidates = [
      ['展，', 0.4],
      ['展。', 0.3],
      ['展、', 0.2],
      ['望', 0.1],
      ['望海', 0.1],
    ] as const;
    assert.deepEqual(chosen(candidates, 3), ['展，', '展。', '望海']);
    assert.deepEqual(chosen(candidates, 4), ['展，', '展。', '望海', '展、']);
  });

  it('prefers long rows the more, the more of the keys they save are counted', () => {
    const candidates = [
      ['实干', 0.5],
      ['久久为功利千秋', 0.15],
    ] as const;
    assert.deepEqual(chosen(candidates, 1, { ...choosing, worthExponent: 0.5 }), ['实干']);
    assert.deepEqual(chosen(candidates, 1, { ...choosing, worthExponent: 1 }), ['久久为功利千秋']);
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

describe('mostHitChance', () => {
  it('is no less than the chance of any choice', () => {
    const random = generator(11);
    for (let round = 0; round < 200; round++) {
      const candidates: Array<{ text: string; probability: number }> = [];
      const grow = (text: string, probability: number): void => {
        if (text !== '' && random() < 0.8) candidates.push({ text, probability });
        let rest = probability;
        for (const unit of '甲乙丙') {
          const share = rest * random();
          rest -= share;
          if (text.length < 4 && share > 0.01) grow(text + unit, share);
        }
      };
      grow('', 1);
      for (const limit of [1, 3, 5]) {
        const chance = hitChance(select(candidates, limit, choosing));
        assert.ok(mostHitChance(candidates, limit) >= chance - 1e-9);
      }
    }
  });

  it('is the chance of the rows that begin differently', () => {
    const candidates = [
      { text: '实干', probability: 0.2 },
      { text: '实干，', probability: 0.1 },
      { text: '实效', probability: 0.1 },
      { text: '好落实', probability: 0.3 },
    ];
    assert.ok(Math.abs(mostHitChance(candidates, 2) - 0.5) < 1e-9);
    assert.ok(Math.abs(mostHitChance(candidates, 5) - 0.6) < 1e-9);
  });
});
