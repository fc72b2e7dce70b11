import assert from 'node:assert/strict';
import type { Suggestion, SuggestionKind } from '../../../../src/core/complete/suggestion.ts';
import {
  type Change,
  type Invitation,
  invitation,
  isGuarded,
  isTyped,
  lettersBefore,
  worthShowing,
} from '../../../../src/features/suggest/suggestionGate.ts';

describe('invitation', () => {
  const cases: readonly [before: string, minimumLength: number, expected: Invitation | undefined][] = [
    ['我们要坚持真抓', 2, 'typed'],
    ['真', 2, 'short'],
    ['真', 1, 'typed'],
    ['坚持，真', 2, 'short'],
    ['坚持，真抓', 2, 'typed'],
    ['观大势、', 2, 'separator'],
    ['观大势，', 2, 'separator'],
    ['观大势。', 2, undefined],
    ['', 2, 'blank-line'],
    ['　　', 2, 'blank-line'],
    ['完成100', 2, undefined],
    ['我们zhen', 2, undefined],
    ['参见《关于真抓', 2, undefined],
    ['参见《通知》真抓', 2, 'typed'],
    ['见http://x.cn/真抓', 2, undefined],
    ['见http://x.cn，真抓', 2, 'typed'],
  ];
  for (const [before, minimumLength, expected] of cases) {
    it(`after «${before}» with at least ${minimumLength}: ${expected}`, () => {
      assert.equal(invitation(before, minimumLength), expected);
    });
  }
});

describe('worthShowing', () => {
  const suggestion = (kind: SuggestionKind, confidence: number): Suggestion => ({
    insertText: '三要',
    replaceLength: 0,
    kind,
    documents: 0,
    occurrences: 0,
    confidence,
  });
  const shown = (invited: Invitation, ...suggestions: readonly Suggestion[]) =>
    worthShowing(suggestions, invited, 'balanced').map(({ kind }) => kind);

  it('leaves out remarks on a document of the corpus, but no marker in brackets', () => {
    const remark = { ...suggestion('phrase', 0.9), insertText: '的讲话（全文）', replaceLength: 3 };
    const marker = { ...suggestion('series-marker', 0.9), insertText: '（二）', replaceLength: 0 };
    assert.deepEqual(worthShowing([remark, marker], 'typed', 'balanced'), [marker]);
  });

  it('leaves markers out where they are possible and no more', () => {
    assert.deepEqual(shown('typed', suggestion('phrase', 0.05), suggestion('series-marker', 0.05)), ['phrase']);
    assert.deepEqual(shown('blank-line', suggestion('series-marker', 0.05)), []);
    assert.deepEqual(shown('blank-line', suggestion('series-marker', 0.5)), ['series-marker']);
  });

  it('keeps series only where too little is typed', () => {
    assert.deepEqual(shown('short', suggestion('phrase', 0.5), suggestion('series-member', 0.5)), ['series-member']);
  });
});

describe('isTyped', () => {
  const typed = (text: string, change: Partial<Change> = {}) =>
    isTyped({ text, rangeLength: 4, undoOrRedo: false, accepted: false, ...change });

  it('takes committed characters, separators and new lines', () => {
    for (const text of ['真', '真抓', '、', '，', '\n', '\r\n', '\n　　']) assert.ok(typed(text), JSON.stringify(text));
  });

  it('refuses what a composition, an undo, a deletion or a paste puts in', () => {
    for (const text of ['z', 'zhen', '', '。', '1', ' ', '的'.repeat(21)]) assert.ok(!typed(text), text);
    assert.ok(!typed('真', { undoOrRedo: true }));
    assert.ok(typed('真', { rangeLength: 0 }), 'committed without a pre-edit');
    assert.ok(!typed('真抓', { rangeLength: 0 }), 'a short paste');
  });

  it('takes a long accepted row', () => {
    assert.ok(typed('的'.repeat(21), { accepted: true, rangeLength: 0 }));
  });
});

describe('places before the caret', () => {
  it('knows letters at the end', () => {
    assert.equal(lettersBefore('我们kdcj'), 'kdcj');
    assert.equal(lettersBefore("我们xi'an"), "xi'an");
    assert.equal(lettersBefore('kd我们'), '');
  });

  it('is guarded inside titles and addresses', () => {
    assert.ok(isGuarded('学习《讲话》和《公报'));
    assert.ok(!isGuarded('学习《讲话》和'));
    assert.ok(isGuarded('www.abc'));
  });
});
