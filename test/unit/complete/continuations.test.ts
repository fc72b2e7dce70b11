import assert from 'node:assert/strict';
import { continuations } from '../../../src/core/complete/continuations.ts';
import { mostHitChance } from '../../../src/core/complete/hitBound.ts';
import { USUAL_EFFORT } from '../../../src/core/complete/rankingWeights.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

const corpus = inMemoryCorpus({
  '甲.txt': '大家要守住底线，防范风险。大家要真抓实干，久久为功。大家要早谋划，快推进。',
  '乙.txt': '各级要守住阵地，提振信心。大家要守住底线，不碰红线。各级要真抓实干。',
});

describe('continuations', () => {
  const befores = ['\n大家要', '\n大家要守', '\n各级要守住', '要真', '要'];

  for (const before of befores) {
    const all = continuations(corpus, before, before).continuations;

    it(`after ${before.trim()} are the same where so many rows may be likely enough`, () => {
      for (const rows of [1, 2, 5]) {
        const hitChance = mostHitChance(all, rows);
        assert.ok(hitChance > 0);
        const wanted = { mayLeadOn: false, rows, hitChance: hitChance * 0.999, effort: USUAL_EFFORT };
        const found = continuations(corpus, before, before, wanted).continuations;
        assert.deepEqual(
          found.map(({ text, probability }) => [text, probability]),
          all.map(({ text, probability }) => [text, probability]),
        );
      }
    });

    it(`after ${before.trim()} are none where no rows can be`, () => {
      const wanted = { mayLeadOn: false, rows: 5, hitChance: 1.01, effort: USUAL_EFFORT };
      assert.deepEqual(continuations(corpus, before, before, wanted).continuations, []);
    });
  }
});
