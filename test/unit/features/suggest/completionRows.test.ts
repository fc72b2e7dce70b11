import assert from 'node:assert/strict';
import type { Suggestion } from '../../../../src/core/complete/suggestion.ts';
import { templatesByHead, templatesByInitials } from '../../../../src/features/structure/templateText.ts';
import { toRows } from '../../../../src/features/suggest/completionRows.ts';

function suggestion(insertText: string, replaceLength: number, kind: Suggestion['kind'] = 'phrase'): Suggestion {
  return { insertText, replaceLength, kind, documents: 2, occurrences: 3, confidence: 0.5 };
}

/** `filterText → insertText` of each row, in order. */
function shown(before: string, ...suggestions: Suggestion[]): string[] {
  return toRows(before, suggestions, []).rows.map(row => `${row.filterText} → ${row.insertText}`);
}

describe('toRows', () => {
  it('filters by the phrase where it begins with what is typed', () => {
    assert.deepEqual(shown('我们要坚持真抓', suggestion('真抓实干', 2)), ['真抓实干 → 真抓实干']);
  });

  it('filters by typed text and phrase where it does not, or the editor would hide the row', () => {
    assert.deepEqual(shown('要抓实', suggestion('真抓实干', 2)), ['抓实真抓实干 → 真抓实干']);
  });

  it('gives all rows the longest range, so that its own order decides', () => {
    const before = '要坚持真抓';
    const { replaceLength, rows } = toRows(
      before,
      [suggestion('真抓实干', 2), suggestion('坚持真抓落实', 4), suggestion('，务求实效', 0)],
      [],
    );
    assert.equal(replaceLength, 4);
    assert.deepEqual(
      rows.map(row => row.insertText),
      ['坚持真抓实干', '坚持真抓落实', '坚持真抓，务求实效'],
    );
    assert.deepEqual(
      rows.map(row => row.label),
      ['真抓实干', '坚持真抓落实', '，务求实效'],
    );
    assert.deepEqual(
      rows.map(row => row.sortText),
      ['000', '001', '002'],
    );
    for (const row of rows) assert.ok(row.filterText.startsWith('坚持真抓'));
  });

  it('leaves out rows that change nothing, double ones, and ones that reach over the line', () => {
    assert.deepEqual(shown('真抓实干', suggestion('真抓实干', 4)), []);
    assert.equal(shown('真抓', suggestion('真抓实干', 2), suggestion('真抓实干', 2)).length, 1);
    assert.deepEqual(shown('真', suggestion('真抓实干', 2)), []);
  });

  it('shows blanks in a slot, and inserts them as a snippet with the typed text made literal', () => {
    const { rows } = toRows('付$、从', [suggestion('从$1中$2', 1, 'series-slot'), suggestion('$、从挑战', 3)], []);
    assert.equal(rows[0]!.label, '从＿＿中＿＿');
    assert.equal(rows[0]!.insertText, '\\$、从$1中$2');
    assert.ok(rows[0]!.isSnippet);
    assert.ok(!rows[1]!.isSnippet);
  });

  it('leaves out the middle of a long label, not of what it inserts', () => {
    const text = '从争吵中商出办法、从怨言中听出期盼，水清了，岸也宽了';
    const { rows } = toRows('从', [suggestion(text, 1)], []);
    assert.equal(rows[0]!.label, '从争吵中商出办法、从怨言中…水清了，岸也宽了');
    assert.equal(rows[0]!.insertText, text);
    assert.equal(rows[0]!.filterText, text);
  });

  it('puts a template after the phrases', () => {
    const { rows } = toRows('我们肯定', [suggestion('肯定的是', 2)], templatesByHead('我们肯定', true));
    assert.deepEqual(
      rows.map(row => row.label),
      ['肯定的是', '肯定成绩', '肯定成绩（短）'],
    );
    assert.equal(rows[1]!.filterText, '肯定成绩');
  });
});

describe('templates at the caret', () => {
  const heads = (before: string, asked = false) => templatesByHead(before, asked).map(({ template }) => template.head);

  it('offers blanks for a series within a sentence too, since that asks first', () => {
    assert.deepEqual(heads('要，排比'), ['排比空槽…']);
  });

  it('opens at the start of a clause after two characters, in running text after three', () => {
    assert.deepEqual(heads('肯定'), ['肯定成绩', '肯定成绩（短）']);
    assert.deepEqual(heads('同志们：肯定'), ['肯定成绩', '肯定成绩（短）']);
    assert.deepEqual(heads('我们部署'), []);
    assert.deepEqual(heads('我们部署任'), ['部署任务', '部署任务（短）']);
    assert.deepEqual(heads('部'), []);
  });

  it('takes a comma for the middle of a sentence, and the mark of an item for its end', () => {
    assert.deepEqual(heads('分析形势，部署'), []);
    assert.deepEqual(heads('总结工作、部署'), []);
    assert.deepEqual(heads('二、部署'), ['部署任务', '部署任务（短）']);
    assert.deepEqual(heads('（一）部署'), ['部署任务', '部署任务（短）']);
  });

  it('leaves a head alone that has been typed out in a sentence', () => {
    assert.deepEqual(heads('一、充分肯定成绩'), []);
    assert.deepEqual(heads('我们部署任务'), []);
    assert.deepEqual(heads('我们部署任务', true), ['部署任务', '部署任务（短）']);
  });

  it('offers a whole speech only where a line begins', () => {
    assert.deepEqual(heads('座谈'), ['座谈会']);
    assert.deepEqual(heads('在基层治理座谈会'), []);
    assert.deepEqual(heads('动员全镇。总结'), []);
    assert.deepEqual(heads('在基层治理座谈会', true), ['座谈会']);
  });

  it('gives them in running text after two characters if asked', () => {
    assert.deepEqual(heads('我们部署', true), ['部署任务', '部署任务（短）']);
  });

  it('knows initials, also in capitals', () => {
    assert.deepEqual(
      templatesByInitials('KDC').map(({ template, replaceLength }) => [template.head, replaceLength]),
      [
        ['肯定成绩', 3],
        ['肯定成绩（短）', 3],
      ],
    );
    assert.deepEqual(templatesByInitials('kd'), []);
    assert.deepEqual(templatesByInitials('zhen'), []);
  });
});
