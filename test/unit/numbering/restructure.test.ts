import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/document/textEdit.ts';
import { demote, promote } from '../../../src/core/numbering/changeLevel.ts';
import { moveItem, removeItem } from '../../../src/core/numbering/moveItem.ts';
import { itemAt, numberedItems } from '../../../src/core/numbering/numberedItems.ts';
import { renumberEdits, renumberSeriesAt } from '../../../src/core/numbering/renumber.ts';
import { changed } from './draft.ts';

const lines = (...texts: string[]) => texts.join('\n');
const whole = { start: 0, end: 0 };
const renumbered = (text: string, selection = whole) => applyEdits(text, renumberEdits(text, selection));

/** Every level, with bodies, run-in points and what follows the last section. */
const DRAFT = lines(
  '一、修好渠',
  '渠是命脉。',
  '（一）查渠',
  '1.查干渠。',
  '2.查支渠。',
  '（二）补渠',
  '一要快。要抢在雨前。二要牢。要用石料。三要省。要算细账。',
  '二、护好林',
  '林是屏障。',
  '三、管好路',
  '路是脸面。',
  '同志们，让我们动起来！',
);

describe('numberedItems', () => {
  it('nests items as the outline does, each with its whole body', () => {
    const series = numberedItems(DRAFT);
    const text = (offset: number) => {
      const item = itemAt(series, offset)!;
      return DRAFT.slice(item.start, item.end);
    };
    assert.equal(text(DRAFT.indexOf('渠是')).split('\n')[0], '一、修好渠');
    assert.ok(text(DRAFT.indexOf('渠是')).endsWith('要算细账。\n'));
    assert.equal(text(DRAFT.indexOf('要用石料')), '二要牢。要用石料。');
    assert.equal(text(DRAFT.indexOf('支渠')), '2.查支渠。\n');
    assert.equal(text(DRAFT.indexOf('路是')), '三、管好路\n路是脸面。\n');
    assert.equal(itemAt(series, DRAFT.length), undefined);
  });
});

describe('renumber', () => {
  const cases: readonly (readonly [name: string, before: string, after: string])[] = [
    ['a number left out', '一、甲\n三、乙\n四、丙', '一、甲\n二、乙\n三、丙'],
    ['a number twice', '（一）甲\n（二）乙\n（二）丙\n（三）丁', '（一）甲\n（二）乙\n（三）丙\n（四）丁'],
    [
      'a section moved',
      '一、甲\n正文。\n三、乙\n正文。\n二、丙\n正文。',
      '一、甲\n正文。\n二、乙\n正文。\n三、丙\n正文。',
    ],
    ['a lone first before a first', '一、甲\n正文。\n一、乙\n二、丙', '一、甲\n正文。\n二、乙\n三、丙'],
    ['（一） twice under one 一、', '一、总\n（一）甲\n（二）乙\n（一）丙', '一、总\n（一）甲\n（二）乙\n（三）丙'],
    ['points inside a paragraph', '一是修渠；三是护林；三是养路。', '一是修渠；二是护林；三是养路。'],
    ['brackets and points as the draft writes them', '(一)甲\n(三)乙', '(一)甲\n(二)乙'],
    [
      'more than nine',
      Array.from({ length: 11 }, () => '1.甲').join('\n'),
      Array.from({ length: 11 }, (_, i) => `${i + 1}.甲`).join('\n'),
    ],
    ['words that count', '首先，修渠。\n再次，护林。\n最后，养路。', '首先，修渠。\n其次，护林。\n最后，养路。'],
  ];
  for (const [name, before, after] of cases) {
    it(name, () => {
      assert.equal(renumbered(before), after);
      assert.equal(renumbered(after), after);
    });
  }

  const kept: readonly (readonly [name: string, text: string])[] = [
    ['what is right', DRAFT],
    ['numbers that begin again in every section', '一、总\n1.甲\n2.乙\n二、总\n1.丙\n2.丁'],
    ['numbers that run on over sections', '一、总\n1.甲\n2.乙\n二、总\n3.丙\n4.丁'],
    ['a fragment', '讲话的后半部分。\n四、甲\n五、乙'],
    ['articles that are quoted', '第三条　本办法。\n第七条　本条例。'],
    ['decimals, years and idioms', '1.5亿元\n2026年\n一是一，二是二。\n三是正数\n第一时间赶到。'],
    ['points that begin again', '一是修渠；二是护林。\n一是养路；二是清淤。'],
    ['more words than there are', '首先，甲。\n其次，乙。\n再次，丙。\n再次，丁。\n最后，戊。'],
  ];
  for (const [name, text] of kept) it(`leaves ${name}`, () => assert.equal(renumbered(text), text));

  it('counts from one where the caret is: the first item has been deleted', () => {
    const text = '前言。\n二、甲\n三、乙';
    assert.equal(applyEdits(text, renumberEdits(text, { start: 5, end: 5 })), '前言。\n一、甲\n二、乙');
    assert.equal(applyEdits(text, renumberSeriesAt(text, 5)), '前言。\n一、甲\n二、乙');
  });

  it('keeps to the selection, counted on from the item before it', () => {
    const text = '一、甲\n三、乙\n五、丙\n（一）子\n（三）丑';
    const start = text.indexOf('五');
    assert.equal(renumbered(text, { start, end: start + 4 }), '一、甲\n三、乙\n四、丙\n（一）子\n（三）丑');
  });
});

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

describe('any command on any text', () => {
  it('makes ascending edits inside the text and leaves a caret in it', () => {
    const pieces = fc.constantFrom(
      '一、',
      '二、',
      '（一）',
      '1.',
      '①',
      '一是',
      '二是',
      '首先，',
      '——',
      '渠',
      '。',
      '；',
      '\n',
      '“',
      '”',
      '**',
      ' ',
    );
    const commands = [promote, demote, removeItem, (text: string, caret: number) => moveItem(text, caret, 'down')];
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.nat(60), (parts, at) => {
        const text = parts.join('');
        const caret = Math.min(at, text.length);
        for (const command of commands) {
          const made = command(text, caret);
          if (typeof made === 'string') continue;
          let end = 0;
          for (const edit of made.edits) {
            assert.ok(edit.start >= end && edit.end >= edit.start && edit.end <= text.length);
            end = edit.end;
          }
          const after = applyEdits(text, made.edits);
          assert.ok(made.caret >= 0 && made.caret <= after.length);
        }
        const once = renumbered(text);
        assert.equal(renumbered(once), once);
      }),
      { numRuns: 500 },
    );
  });
});
