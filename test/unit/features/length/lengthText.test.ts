import assert from 'node:assert/strict';
import { draftLength } from '../../../../src/core/length/draftLength.ts';
import {
  lengthText,
  lengthTooltip,
  proportionRows,
  rowAt,
  selectionText,
} from '../../../../src/features/length/lengthText.ts';

const draft = '同志们：\n一、看清形势\n山上的活等不得。\n二、落实责任\n（一）分地块\n1.挂牌。\n（二）按时令\n赶早。\n';

describe('length in words', () => {
  it('tells characters and minutes', () => {
    assert.equal(lengthText(1234, 180), '1,234字 · 约7分钟');
    assert.equal(lengthText(179, 180), '179字 · 不到1分钟');
    assert.equal(lengthText(180, 180), '180字 · 约1分钟');
  });

  it('tells of a selection with several parts, and of none', () => {
    assert.equal(selectionText(['真抓', '实干。'], 180, 'word'), '选中5字 · 不到1分钟');
    assert.equal(selectionText(['', '\n'], 180, 'word'), undefined);
  });
  it('tells whose count it is', () => {
    const totals = { withBlanks: 12345, withoutBlanks: 12000 };
    assert.match(
      lengthTooltip(totals, 180, 'word'),
      /^字数按 Word、WPS 的算法\n字符数：不计空格 12,000，计空格 12,345\n/,
    );
    assert.match(lengthTooltip(totals, 180, 'libreOffice'), /^字数按 LibreOffice 的算法\n/);
  });
});

describe('rows of the proportions view', () => {
  const length = draftLength(draft, 'word');
  const rows = proportionRows(length, 180);

  it('are the sections and theirs, with shares of the whole', () => {
    assert.deepEqual(
      rows.map(({ title, depth }) => [title, depth]),
      [
        ['同志们', 0],
        ['一、看清形势', 0],
        ['二、落实责任', 0],
        ['（一）分地块', 1],
        ['（二）按时令', 1],
      ],
    );
    const outer = rows.filter(({ depth }) => depth === 0);
    assert.equal(Math.round(outer.reduce((sum, { share }) => sum + share, 0) * 1000), 1000);
    assert.ok(rows.every(({ figures }) => /^\d+字 · 不到1分钟 · \d+%$/.test(figures)));
  });

  it('hold the caret, the innermost first, and the last one at the end', () => {
    const titleAt = (offset: number) => rows[rowAt(rows, offset)]?.title;
    assert.equal(titleAt(draft.indexOf('挂牌')), '（一）分地块');
    assert.equal(titleAt(draft.indexOf('二、')), '二、落实责任');
    assert.equal(titleAt(draft.length), '（二）按时令');
  });

  it('are none in an empty draft', () => assert.deepEqual(proportionRows(draftLength('', 'word'), 180), []));
});
