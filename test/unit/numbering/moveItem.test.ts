import assert from 'node:assert/strict';
import fc from 'fast-check';
import { moveItem, removeItem } from '../../../src/core/numbering/moveItem.ts';
import { applyEdits } from '../../../src/core/text/textEdit.ts';
import { changed, DRAFT } from './draft.ts';

describe('moveItem', () => {
  it('moves a section with its body, numbers both, and takes the caret along', () => {
    assert.equal(
      changed('一、甲\n正文甲。\n（一）子\n二、乙\n正文｜乙。\n三、丙', (text, caret) => moveItem(text, caret, 'up')),
      '一、乙\n正文｜乙。\n二、甲\n正文甲。\n（一）子\n三、丙',
    );
    assert.equal(
      changed('一、甲｜\n正文甲。\n\n二、乙\n正文乙。\n同志们，让我们动起来！', (text, caret) =>
        moveItem(text, caret, 'down'),
      ),
      '一、乙\n正文乙。\n\n二、甲｜\n正文甲。\n同志们，让我们动起来！',
    );
  });

  it('leaves the marks of a sentence in place', () => {
    assert.equal(
      changed('要求：一是修“双渠”；二是护林；三是养｜路。大家要抓紧。', (text, caret) => moveItem(text, caret, 'up')),
      '要求：一是修“双渠”；二是养｜路；三是护林。大家要抓紧。',
    );
    assert.equal(
      changed('一是修“双｜渠”；二是护林。', (text, caret) => moveItem(text, caret, 'down')),
      '一是护林；二是修“双｜渠”。',
    );
  });

  it('leaves the marks of lines in place', () => {
    assert.equal(
      changed('一是修渠；\n二是护林；\n三是养路｜。', (text, caret) => moveItem(text, caret, 'up')),
      '一是修渠；\n二是养路｜；\n三是护林。',
    );
  });

  it('lets sections end as they do', () => {
    assert.equal(
      changed('一、修渠｜\n一是清淤；\n\n二、护林\n补种。', (text, caret) => moveItem(text, caret, 'down')),
      '一、护林\n补种。\n\n二、修渠｜\n一是清淤；',
    );
  });

  it('refuses at the ends and outside of items', () => {
    assert.equal(
      changed('一、甲｜\n二、乙', (text, caret) => moveItem(text, caret, 'up')),
      'no-sibling',
    );
    assert.equal(
      changed('没有｜序号', (text, caret) => moveItem(text, caret, 'down')),
      'no-item',
    );
  });

  it('is undone by moving back', () => {
    const offsets = fc.integer({ min: 0, max: DRAFT.length });
    fc.assert(
      fc.property(offsets, offset => {
        const down = moveItem(DRAFT, offset, 'down');
        if (typeof down === 'string') return;
        const after = applyEdits(DRAFT, down.edits);
        const up = moveItem(after, down.caret, 'up');
        assert.ok(typeof up === 'object');
        assert.equal(applyEdits(after, up.edits), DRAFT);
        assert.equal(up.caret, offset);
      }),
    );
  });
});

describe('removeItem', () => {
  const cases: readonly (readonly [before: string, after: string])[] = [
    ['一、甲\n正文。\n二、｜乙\n正文。\n三、丙', '一、甲\n正文。\n｜二、丙'],
    ['一、甲\n二、乙｜', '一、甲｜'],
    ['一是修渠；二是护｜林；三是养路。', '一是修渠；｜二是养路。'],
    ['一是修渠；二是护林；三是养｜路。', '一是修渠；二是护林｜。'],
    ['一是修渠；\n二是护林｜。\n散会。', '一是修渠｜。\n散会。'],
  ];
  for (const [before, after] of cases) it(before, () => assert.equal(changed(before, removeItem), after));
});
