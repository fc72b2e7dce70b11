// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the syntax of snippets
import assert from 'node:assert/strict';
import { fitSnippet } from '../../../src/core/template/fitSnippet.ts';
import { snippetPieces } from '../../../src/core/template/snippet.ts';
import { fillVariables, writtenDate } from '../../../src/core/template/variables.ts';

describe('fitSnippet', () => {
  it('fills in what is known, repeated stops too, and leaves the rest', () => {
    const pieces = snippetPieces('${1:单位}与${2:对象}，${1}牵头，报${3:时间}$0');
    assert.equal(
      fitSnippet(pieces, { 单位: '水利局$', 时间: '' }, '', '').body,
      '水利局\\$与${2:对象}，水利局\\$牵头，报${3:时间}${0}',
    );
  });

  it('goes on from the numbers of the draft, and they from it', () => {
    const pieces = snippetPieces('一、${1:甲}\n（一）${2:子}\n二、${3:乙}\n$0');
    const { body, after } = fitSnippet(pieces, {}, '一、春\n二、夏\n', '三、秋\n四、冬');
    assert.equal(body, '三、${1:甲}\n（一）${2:子}\n四、${3:乙}\n${0}');
    assert.deepEqual(after, [
      { start: 0, end: 2, newText: '五、' },
      { start: 4, end: 6, newText: '六、' },
    ]);
  });
});

describe('variables', () => {
  it('only fill stops of their name', () => {
    assert.deepEqual(fillVariables(['甲', { index: 1, name: 'toString' }], {}), ['甲', { index: 1, name: 'toString' }]);
  });

  it('fill stops in brackets too, and bring none along', () => {
    const pieces = ['在', { index: 1, name: '【会议名】' }, '上'];
    assert.deepEqual(fillVariables(pieces, { 会议名: '护渠会' }), ['在', '护渠会', '上']);
  });

  it('write a date as it stands below a title', () => {
    assert.equal(writtenDate(new Date(2026, 2, 1)), '2026年3月1日');
  });
});
