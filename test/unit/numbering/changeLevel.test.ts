import assert from 'node:assert/strict';
import { demote, promote } from '../../../src/core/numbering/changeLevel.ts';
import { changed } from './draft.ts';

describe('demote', () => {
  const cases: readonly (readonly [name: string, before: string, after: string])[] = [
    [
      'takes the section under the one before it, with all that is in it',
      '一、甲\n（一）子\n（二）丑\n二、乙｜\n（一）寅\n1.卯\n三、丙',
      '一、甲\n（一）子\n（二）丑\n（三）乙｜\n1.寅\n（1）卯\n二、丙',
    ],
    ['opens a level of its own', '一、甲\n二、乙｜\n三、丙', '一、甲\n（一）乙｜\n二、丙'],
    ['follows a draft that has only 一、 and 1.', '一、甲\n1.子\n二、乙\n三、丙｜', '一、甲\n1.子\n二、乙\n1.丙｜'],
    ['writes as the draft does', '一、甲\n(一)子\n二、乙\n三、丙｜', '一、甲\n(一)子\n二、乙\n(一)丙｜'],
  ];
  for (const [name, before, after] of cases) it(name, () => assert.equal(changed(before, demote), after));

  it('refuses what has nothing to go under, no level below, or no line of its own', () => {
    assert.equal(changed('一、甲｜\n二、乙', demote), 'no-sibling');
    assert.equal(changed('①甲\n②乙｜', demote), 'no-level');
    assert.equal(changed('一是甲；二是乙｜。', demote), 'run-in');
  });
});

describe('promote', () => {
  const cases: readonly (readonly [name: string, before: string, after: string])[] = [
    [
      'takes the section out, and what follows it in',
      '一、甲\n（一）子\n（二）丑｜\n1.寅\n（三）卯\n二、乙',
      '一、甲\n（一）子\n二、丑｜\n（一）寅\n（二）卯\n三、乙',
    ],
    [
      'makes a point a section',
      '一、甲\n正文。\n一是子。\n二是丑｜。\n二、乙',
      '一、甲\n正文。\n一是子。\n二、丑｜。\n三、乙',
    ],
  ];
  for (const [name, before, after] of cases) it(name, () => assert.equal(changed(before, promote), after));

  it('refuses the outermost level', () => assert.equal(changed('一、甲\n二、乙｜', promote), 'no-level'));

  it('undoes demote', () => {
    const before = '一、甲\n（一）子\n二、乙｜\n（一）寅\n三、丙';
    assert.equal(changed(changed(before, demote), promote), before);
  });
});
