import assert from 'node:assert/strict';
import { isClauseBreak } from '../../../src/core/text/charClass.ts';
import { clauseEnd, clauseStart, hasClauseBreak, sentenceEnd } from '../../../src/core/text/clauses.ts';

describe('clauses', () => {
  it('start behind the last mark, or where nothing more is looked at', () => {
    assert.equal(clauseStart('要坚持，真抓', 6), 4);
    assert.equal(clauseStart('要坚持，真抓', 4), 4);
    assert.equal(clauseStart('要坚持，真抓', 3), 0);
    assert.equal(clauseStart('要坚持，真抓', 3, 2), 2);
    assert.equal(clauseStart('好。', 2), 2);
    assert.equal(clauseStart('修渠、护林', 5), 3);
  });

  it('of a list are one where 、 is no end', () => {
    assert.equal(clauseStart('从点滴中积累经验、从', 10, 0, isClauseBreak), 0);
    assert.equal(clauseStart('好，从点滴中、从', 8, 0, isClauseBreak), 2);
    assert.ok(!hasClauseBreak('修渠、护林'));
    assert.ok(hasClauseBreak('修渠，护林'));
    assert.ok(!hasClauseBreak('修渠，护林', 3));
    assert.ok(hasClauseBreak('修渠\n护林'));
  });

  it('end before the next mark, or with the text', () => {
    assert.equal(clauseEnd('要坚持，真抓', 0), 3);
    assert.equal(clauseEnd('要坚持，真抓', 3), 3);
    assert.equal(clauseEnd('要坚持，真抓', 4), 6);
  });
});

describe('the end of a sentence', () => {
  const endOf = (text: string): string => text.slice(0, sentenceEnd(text, 0, text.length));

  it('is behind its stop and what closes with it', () => {
    assert.equal(endOf('水通了。”大家笑了。'), '水通了。”');
    assert.equal(endOf('水通了？！好'), '水通了？！');
    assert.equal(endOf('水通了，还没'), '水通了，还没');
  });

  it('is before a line break', () => assert.equal(endOf('水通了\n。'), '水通了'));
});
