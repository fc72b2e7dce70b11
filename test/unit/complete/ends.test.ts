import assert from 'node:assert/strict';
import { guessesFigure, isSuitableEnd } from '../../../src/core/complete/ends.ts';
import { WordEdges } from '../../../src/core/complete/wordEdges.ts';

const everywhere = new WordEdges(0, () => true);

describe('the end of a row', () => {
  const cases: readonly (readonly [row: string, rest: string, mayEnd: boolean])[] = [
    ['增长8.', '5%。', false],
    ['增长8．', '5%。', false],
    ['增长8', '.5%。', false],
    ['增长', '8.5%。', true],
    ['增长8.5%', '。', true],
    ['要抓好春灌.', '再抓春播', true],
  ];
  for (const [row, rest, mayEnd] of cases) {
    it(`${mayEnd ? 'may' : 'may not'} be that of «${row}｜${rest}»`, () =>
      assert.equal(isSuitableEnd(row + rest, row.length, everywhere, true, true), mayEnd));
  }
});

describe('a figure that is begun', () => {
  const cases: readonly (readonly [before: string, text: string, isGuess: boolean])[] = [
    ['增长8.', '5%', true],
    ['增长8', '.5%', true],
    ['近6', '0亿元', true],
    ['自20', '25年起', false],
    ['增长8.5', '%', false],
    ['二是8', '。', false],
    ['增长', '8%', false],
  ];
  for (const [before, text, isGuess] of cases) {
    it(`${isGuess ? 'is' : 'is not'} finished by «${before}｜${text}»`, () =>
      assert.equal(guessesFigure(before, text), isGuess));
  }
});
