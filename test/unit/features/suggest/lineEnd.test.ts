import assert from 'node:assert/strict';
import { mayEndHere } from '../../../../src/features/suggest/lineEnd.ts';

describe('mayEndHere', () => {
  const cases: readonly [before: string, isFirst: boolean, expected: boolean][] = [
    ['', false, true],
    ['　　', false, true],
    ['在全镇修渠动员会上的讲话', true, true],
    ['二〇二六年全镇工作情况报告', true, true],
    ['他在会上作了报告', false, false],
    ['会上说功夫', true, false],
    ['二、守住水源，管好渠道', false, true],
    ['　　（一）修好渠道', false, true],
    ['## 三、管好闸门', false, true],
    ['二、守住水源。要把渠道', false, false],
    ['1.守住水源', false, false],
    ['一是守住水源', false, false],
  ];
  for (const [before, isFirst, expected] of cases) {
    it(`«${before}»${isFirst ? ' on the first line' : ''}: ${expected}`, () => {
      assert.equal(mayEndHere(before, isFirst), expected);
    });
  }
});
