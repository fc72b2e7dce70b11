import assert from 'node:assert/strict';
import { type BlankLayout, seriesBlank } from '../../../src/core/numbering/seriesBlank.ts';
import { BLANK_FAMILIES } from '../../../src/core/numbering/seriesFamilies.ts';
import { findPlaceholders } from '../../../src/core/structure/placeholders.ts';
import { parseSnippet } from '../../../src/core/template/snippet.ts';
import { applyEdits } from '../../../src/core/text/textEdit.ts';
import { read } from './draft.ts';

const family = (name: string) => BLANK_FAMILIES.find(each => each.name === name)!;

/** The draft with the blank put in. */
function started(draft: string, name: string, count: number, layout: BlankLayout = 'run-in'): string {
  const { text, caret } = read(draft);
  const { body, edits } = seriesBlank(text, caret, family(name), { count, layout });
  const shown = parseSnippet(body.replaceAll(/\$(\d)(?!\d)/g, '＿＿')).text;
  return applyEdits(text, [{ start: caret, end: caret, newText: shown }, ...edits]);
}

describe('an empty series', () => {
  const cases: readonly (readonly [draft: string, name: string, count: number, layout: BlankLayout, after: string])[] =
    [
      ['会议强调：｜', '一是', 3, 'run-in', '会议强调：一是＿＿；二是＿＿；三是＿＿。'],
      ['会议强调：｜', '一要', 2, 'lines', '会议强调：\n一要＿＿；\n二要＿＿。'],
      ['　　｜', '第一，', 2, 'lines', '　　第一，＿＿。\n　　第二，＿＿。'],
      ['我们｜，推动发展。', '既要…又要…', 3, 'run-in', '我们既要＿＿，又要＿＿，还要＿＿，推动发展。'],
      ['｜', '首先，', 3, 'run-in', '首先，＿＿；其次，＿＿；最后，＿＿。'],
      ['｜', '首先，', 4, 'run-in', '首先，＿＿；其次，＿＿；再次，＿＿；最后，＿＿。'],
      ['做到｜', '该…的…', 2, 'run-in', '做到该＿＿的＿＿、该＿＿的＿＿。'],
      ['要｜', '四字', 3, 'run-in', '要＿＿＿＿、＿＿＿＿、＿＿＿＿。'],
      ['｜', '有的…', 3, 'run-in', '有的＿＿，有的＿＿，还有的＿＿。'],
      ['一是修渠，从｜', '从…中…', 2, 'run-in', '一是修渠，从从＿＿中＿＿、从＿＿中＿＿。'],
      ['一、甲\n正文。｜\n二、乙', '一、', 2, 'lines', '一、甲\n正文。\n二、＿＿\n三、＿＿\n四、乙'],
      ['一、甲\n｜\n（一）子\n二、乙', '（一）', 2, 'lines', '一、甲\n（一）＿＿\n（二）＿＿\n（三）子\n二、乙'],
      ['一、甲\n(一)子｜\n二、乙', '（一）', 1, 'lines', '一、甲\n(一)子\n(二)＿＿\n二、乙'],
      ['前言。\n｜', '一、', 3, 'lines', '前言。\n一、＿＿\n二、＿＿\n三、＿＿'],
    ];
  for (const [draft, name, count, layout, after] of cases)
    it(`${draft} + ${name}×${count} ${layout}`, () => assert.equal(started(draft, name, count, layout), after));

  it('has stops for all its slots and no strays, in every family and number', () => {
    assert.equal(new Set(BLANK_FAMILIES.map(({ name }) => name)).size, BLANK_FAMILIES.length);
    for (const each of BLANK_FAMILIES) {
      for (let count = each.least; count <= each.most; count++) {
        const { body } = seriesBlank('', 0, each, { count, layout: 'run-in' });
        const { stops, strays } = parseSnippet(body);
        assert.deepEqual(strays, [], each.name);
        const indices = stops.map(({ index }) => index);
        assert.ok(new Set(indices).size >= count, each.name);
        assert.equal(Math.min(...indices), 1);
        assert.ok(!/\n$/.test(body));
      }
    }
  });

  it('is all to be filled in', () => {
    assert.equal(findPlaceholders(started('｜', '一是', 3)).length, 3);
  });
});
