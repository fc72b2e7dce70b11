import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renumberEdits, renumberSeriesAt } from '../../../src/core/numbering/renumber.ts';
import { applyEdits } from '../../../src/core/text/textEdit.ts';
import { anyDraft, DRAFT } from './draft.ts';

const whole = { start: 0, end: 0 };
const renumbered = (text: string, selection = whole) => applyEdits(text, renumberEdits(text, selection));

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

  it('comes to rest in any draft: what has a first item now may take in an item that was none', () => {
    assert.equal(renumbered('二是甲，二是乙。二是丙'), '一是甲，二是乙。二是丙');
    assert.equal(renumbered('一是甲，二是乙。二是丙'), '一是甲，二是乙。三是丙');
    fc.assert(
      fc.property(anyDraft, ({ text }) => {
        const settled = renumbered(renumbered(text));
        assert.equal(renumbered(settled), settled);
      }),
      { numRuns: 500 },
    );
  });
});
