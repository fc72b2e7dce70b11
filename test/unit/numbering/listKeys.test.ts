import assert from 'node:assert/strict';
import fc from 'fast-check';
import { typedMeanwhile } from '../../../src/core/numbering/draftEdit.ts';
import { backspaceInList, enterInList, listKeysAt } from '../../../src/core/numbering/listKeys.ts';
import { lineEnd, lineStart } from '../../../src/core/text/lines.ts';
import { applyEdits } from '../../../src/core/text/textEdit.ts';
import { anyDraft, changed } from './draft.ts';

describe('Enter at the end of an item', () => {
  const goesOn: readonly (readonly [before: string, after: string])[] = [
    ['一要守住河口。逐个挂牌。｜', '一要守住河口。逐个挂牌。\n二要｜'],
    ['一是守住河口｜', '一是守住河口；\n二是｜'],
    ['一是守住河口；\n二是管好船只｜', '一是守住河口；\n二是管好船只；\n三是｜'],
    ['一是守住河口。\n二是管好船只｜', '一是守住河口。\n二是管好船只。\n三是｜'],
    ['第一，守住河口。｜', '第一，守住河口。\n第二，｜'],
    ['首先，守住河口｜', '首先，守住河口。\n其次，｜'],
    ['其一，守住河口；｜', '其一，守住河口；\n其二，｜'],
    ['首先，守住河口。｜', '首先，守住河口。\n其次，｜'],
    ['首先，甲。\n其次，乙。\n再次，丙。｜', '首先，甲。\n其次，乙。\n再次，丙。\n最后，｜'],
    ['首先，甲。｜\n其次，乙。\n最后，丙。', '首先，甲。\n其次，｜\n再次，乙。\n最后，丙。'],
    ['一、提高认识。大家要想清楚。｜', '一、提高认识。大家要想清楚。\n二、｜'],
    ['　　（一）提高认识。要想清楚。｜', '　　（一）提高认识。要想清楚。\n　　（二）｜'],
    ['## 一、甲\n## 二、乙｜', '## 一、甲\n## 二、乙\n## 三、｜'],
    ['1. 测量｜', '1. 测量\n2. ｜'],
    ['（1）测量；｜', '（1）测量；\n（2）｜'],
    ['①测量｜', '①测量\n②｜'],
    ['——坚持先急后缓。｜', '——坚持先急后缓。\n——｜'],
    ['一方面，水少。｜', '一方面，水少。\n另一方面，｜'],
    ['要求：一是修渠；二是护林；｜', '要求：一是修渠；二是护林；\n三是｜'],
    ['九是甲；\n十是乙；  ｜', '九是甲；\n十是乙；\n十一是｜'],
    ['一要甲。甲说。｜\n二要乙。乙说。\n三要丙。丙说。', '一要甲。甲说。\n二要｜\n三要乙。乙说。\n四要丙。丙说。'],
    ['一是要讲“三心”｜\r\n', '一是要讲“三心”；\r\n二是｜\r\n'],
  ];
  for (const [before, after] of goesOn)
    it(`${before} → ${after}`, () => assert.equal(changed(before, enterInList), after));

  const plain: readonly (readonly [why: string, draft: string])[] = [
    ['in the middle of an item', '一要守住｜河口。'],
    ['between points of a paragraph', '一要守住河口。｜二要管好船只。'],
    ['behind a finished run inside a paragraph', '一要守住河口。二要管好船只。｜'],
    ['under a heading', '一、提高认识｜'],
    ['under a heading of words', '第一，提高认识，增强信心｜'],
    ['under a heading whose fellows have their bodies on their line', '（一）甲。甲要快。\n（二）乙｜'],
    ['under a heading that has its body already', '（一）甲\n正文。\n（二）乙｜\n正文。'],
    ['behind a quotation in a sentence', '他说“一是修渠。”｜'],
    ['behind a colon', '一是要抓这些事：｜'],
    ['in a plain paragraph', '我们要守住河口。｜'],
    ['where items have more paragraphs', '一要甲。\n正文。\n二要乙。\n正文。\n三要丙。｜'],
    ['with all items the draft announces', '下面讲两点意见。\n一是修渠。\n二是护林。｜'],
    ['behind the last word of a sequence', '首先，甲。\n最后，乙。｜'],
    ['behind 另一方面', '一方面，水少。\n另一方面，地薄。｜'],
    ['after 一靠 alone', '一靠科技。｜'],
    ['behind decimals and idioms', '1.5亿元。｜'],
    ['behind a quoted head', '“为基层”就是要减负。｜'],
  ];
  for (const [why, draft] of plain)
    it(`breaks the line ${why}`, () => assert.equal(changed(draft, enterInList), undefined));

  const leaves: readonly (readonly [before: string, after: string])[] = [
    ['一是甲；\n二是乙；\n三是｜', '一是甲；\n二是乙。\n｜'],
    ['一要甲。\n　　二要｜', '一要甲。\n　　｜'],
    ['一要甲。\n二要｜\n三要丙。\n四要丁。', '一要甲。\n｜\n二要丙。\n三要丁。'],
    ['一是甲；\n二是｜\n三是丙。', '一是甲；\n｜\n二是丙。'],
    ['## 二、｜', '｜'],
    ['1. ｜', '｜'],
  ];
  for (const [before, after] of leaves)
    it(`${before} → ${after}`, () => assert.equal(changed(before, enterInList), after));

  it('goes on and comes back', () => {
    const markers = fc.constantFrom('一是', '一要', '第一，', '其一，', '（1）', '①');
    const words = fc.array(fc.constantFrom('修渠', '护林', '养路'), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(markers, words, (marker, items) => {
        let text = `前言。\n${marker}${items[0]}；`;
        for (const item of items.slice(1)) {
          const made = enterInList(text, text.length);
          assert.ok(made);
          text = `${applyEdits(text, made.edits)}${item}；`;
        }
        const next = enterInList(text, text.length);
        assert.ok(next);
        const open = applyEdits(text, next.edits);
        const left = enterInList(open, open.length);
        assert.ok(left);
        assert.equal(applyEdits(open, left.edits), `${text.slice(0, -1)}。\n`);
      }),
    );
  });
});

describe('a key that was on its way while somebody typed on', () => {
  const before = '一要修渠。抓紧。  \n二要护林。抓紧。';
  const caret = before.indexOf('\n');
  const made = enterInList(before, caret)!;

  it('puts what was typed into the next item', () => {
    const now = `${before.slice(0, caret)}ab${before.slice(caret)}`;
    const rebased = typedMeanwhile(made, caret, before, now)!;
    const after = applyEdits(now, rebased.edits);
    assert.equal(after, '一要修渠。抓紧。\n二要ab\n三要护林。抓紧。');
    assert.ok(after.slice(0, rebased.caret).endsWith('ab'));
  });

  it('is given up when the draft has changed elsewhere', () => {
    assert.equal(typedMeanwhile(made, caret, before, `x${before}`), undefined);
    assert.equal(typedMeanwhile(made, caret, before, before.slice(1)), undefined);
  });
});

describe('Backspace behind a marker that stands alone', () => {
  const cases: readonly (readonly [before: string, after: string])[] = [
    ['一是甲；\n二是｜', '一是甲；\n｜'],
    ['一要甲。\n二要｜\n三要丙。', '一要甲。\n｜\n二要丙。'],
    ['　　（一）｜', '　　｜'],
  ];
  for (const [before, after] of cases) it(before, () => assert.equal(changed(before, backspaceInList), after));

  it('leaves everything else to the editor', () => {
    for (const draft of ['二｜是', '二是修｜', '修渠｜', '一是甲；二是｜', '｜'])
      assert.equal(changed(draft, backspaceInList), undefined);
  });
});

describe('listKeysAt', () => {
  const cases: readonly (readonly [line: string, enter: boolean, backspace: boolean])[] = [
    ['一是修渠；｜', true, false],
    ['二是｜', true, true],
    ['二｜是', false, false],
    ['要求：一是修渠；｜', true, false],
    ['我们要修渠。｜', false, false],
    ['｜', false, false],
  ];
  for (const [line, enter, backspace] of cases)
    it(line, () => assert.deepEqual(listKeysAt(line.replace('｜', ''), line.indexOf('｜')), { enter, backspace }));

  it('is true wherever a key would do something', () => {
    fc.assert(
      fc.property(anyDraft, ({ text, caret }) => {
        const start = lineStart(text, caret);
        const keys = listKeysAt(text.slice(start, lineEnd(text, caret)), caret - start);
        if (enterInList(text, caret)) assert.ok(keys.enter);
        if (backspaceInList(text, caret)) assert.ok(keys.backspace);
      }),
      { numRuns: 500 },
    );
  });
});
