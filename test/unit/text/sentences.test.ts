import assert from 'node:assert/strict';
import { trimClosing } from '../../../src/core/text/charClass.ts';
import { clauses, paragraphAt, paragraphs, sentences } from '../../../src/core/text/sentences.ts';
import { generator } from '../support/random.ts';

const cut = (text: string, spans: readonly { start: number; end: number }[]): string[] =>
  spans.map(span => text.slice(span.start, span.end));

describe('sentences and clauses', () => {
  const SENTENCES: readonly (readonly [text: string, ...parts: string[]])[] = [
    ['水通了。路也通了！', '水通了。', '路也通了！'],
    ['他说：“水通了。”大家笑了。', '他说：“水通了。”', '大家笑了。'],
    ['真的通了？！……好。', '真的通了？！……', '好。'],
    ['第一段\n第二段。\n', '第一段\n', '第二段。', '\n'],
    ['增长7.5%。（完）', '增长7.5%。', '（完）'],
    ['没有句号', '没有句号'],
    [''],
  ];
  for (const [text, ...parts] of SENTENCES)
    it(`«${text.replaceAll('\n', '⏎')}»`, () => assert.deepEqual(cut(text, sentences(text)), parts));

  it('cuts clauses after every pause, but not inside numbers', () => {
    const text = '修渠、护林，共1,200亩；8:30开会。';
    assert.deepEqual(cut(text, clauses(text)), ['修渠、', '护林，', '共1,200亩；', '8:30开会。']);
  });

  it('loses nothing, whatever the text', () => {
    const units = ['水', '。', '”', '“', '，', '\n', ' ', '！', '1', '.', '…', '）'];
    const random = generator(7);
    for (let round = 0; round < 500; round++) {
      let text = '';
      for (let length = round % 40; length > 0; length--) text += units[Math.floor(random() * units.length)]!;
      assert.equal(cut(text, sentences(text)).join(''), text);
      assert.equal(cut(text, clauses(text)).join(''), text);
      assert.equal(cut(text, paragraphs(text)).join('\n'), text);
    }
  });

  it('finds the line of the caret', () => {
    const text = '甲\n\n乙丙';
    assert.deepEqual(
      [0, 1, 2, 3, 5].map(offset => cut(text, [paragraphAt(text, offset)])[0]),
      ['甲', '甲', '', '乙丙', '乙丙'],
    );
  });
});

describe('trimClosing', () => {
  const CASES: readonly (readonly [text: string, trimmed: string])[] = [
    ['水通了。', '水通了'],
    ['水通了。”', '水通了'],
    ['“三个到位”', '“三个到位”'],
    ['办法（试行）：', '办法（试行）'],
    ['水通了，  ', '水通了'],
    ['。。', ''],
  ];
  for (const [text, trimmed] of CASES)
    it(`«${text}» → «${trimmed}»`, () => assert.equal(text.slice(0, trimClosing(text, 0, text.length)), trimmed));
});
