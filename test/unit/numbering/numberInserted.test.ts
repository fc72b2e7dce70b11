import assert from 'node:assert/strict';
import { numberInserted } from '../../../src/core/numbering/numberInserted.ts';
import { applyEdits } from '../../../src/core/text/textEdit.ts';

/** The draft with `inserted` at «｜», numbered. */
function put(draft: string, inserted: string): string {
  const [before, after] = draft.split('｜') as [string, string];
  const numbers = numberInserted(before, inserted, after);
  return before + applyEdits(inserted, numbers.inserted) + applyEdits(after, numbers.after);
}

describe('numberInserted', () => {
  for (const [name, draft, inserted, expected] of [
    ['a section after 二、', '一、甲\n二、乙\n｜', '一、丙\n', '一、甲\n二、乙\n三、丙\n'],
    [
      'a section between two',
      '一、甲\n正文。\n｜二、乙\n三、丙',
      '一、子\n（一）丑\n（二）寅\n',
      '一、甲\n正文。\n二、子\n（一）丑\n（二）寅\n三、乙\n四、丙',
    ],
    ['a section before the first', '同志们：\n｜一、甲\n二、乙', '一、子\n', '同志们：\n一、子\n二、甲\n三、乙'],
    ['several sections', '一、甲\n｜\n二、乙', '讲话\n一、子\n二、丑', '一、甲\n讲话\n二、子\n三、丑\n四、乙'],
    ['a section of another speech', '同志们：\n｜', '五、子\n', '同志们：\n一、子\n'],
    ['inside a line', '一、甲\n我们｜。\n二、乙', '讲话\n一、子\n完', '一、甲\n我们讲话\n二、子\n完。\n三、乙'],
    [
      '（三） into its section',
      '一、甲\n（一）子\n（二）丑\n｜\n二、乙\n（一）寅',
      '（一）卯',
      '一、甲\n（一）子\n（二）丑\n（三）卯\n二、乙\n（一）寅',
    ],
    ['a point into a list', '一是甲。\n二是乙。\n｜\n三是丙。', '一是子。', '一是甲。\n二是乙。\n三是子。\n四是丙。'],
    [
      'points with a lead of their own',
      '一是甲。\n｜\n二是乙。',
      '主要是：一是子。二是丑。',
      '一是甲。\n主要是：一是子。二是丑。\n二是乙。',
    ],
    ['nothing to number', '一、甲\n｜二、乙', '正文。\n', '一、甲\n正文。\n二、乙'],
  ] as const) {
    it(name, () => assert.equal(put(draft, inserted), expected));
  }
});
