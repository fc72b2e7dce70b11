import assert from 'node:assert/strict';
import { typedTwice } from '../../../src/core/numbering/typedTwice.ts';

describe('A marker typed behind itself', () => {
  const twice: readonly (readonly [before: string, typed: string])[] = [
    ['二要二要', '二要'],
    ['　　二是二是', '二是'],
    ['二、二、', '二、'],
    ['## 二、二、', '二、'],
    ['二、　二、', '二、'],
    ['（二）（二）', '（二）'],
    ['（二）(二)', '(二)'],
    ['第二，第二，', '第二，'],
    ['其次，其次，', '其次，'],
    ['十一是十一是', '十一是'],
    ['另一方面，另一方面，', '另一方面，'],
    ['一要守住河口。二要二要', '二要'],
    ['一是水；二是二是', '二是'],
  ];
  for (const [before, typed] of twice)
    it(before, () => assert.equal(before.slice(before.length - typedTwice(before)), typed));

  const once = [
    '',
    '二要',
    '二要二',
    '二要三要',
    '会上二要二要',
    '1.1.',
    '（1）（2）',
    '试试',
    '一二一二',
    '二是二',
    '要要',
    '二、二',
    '——————',
  ];
  for (const before of once) it(`not ${before}`, () => assert.equal(typedTwice(before), 0));
});
