import assert from 'node:assert/strict';
import fc from 'fast-check';
import { enumerate, POINT_STYLES, type PointStyle, withoutMarkers } from '../../../src/core/numbering/enumerate.ts';
import { applyEdits } from '../../../src/core/text/textEdit.ts';

/** What is selected stands between 〔 and 〕. */
function read(marked: string) {
  const text = marked.replace(/[〔〕]/g, '');
  return { text, selection: { start: marked.indexOf('〔'), end: marked.indexOf('〕') - 1 } };
}

function made(marked: string, style: PointStyle): string | undefined {
  const { text, selection } = read(marked);
  const edit = enumerate(text, selection, style);
  return edit && applyEdits(text, [edit]);
}

describe('points made of what is selected', () => {
  const cases: readonly (readonly [what: string, marked: string, style: PointStyle, after: string])[] = [
    [
      'sentences',
      '会议要求：〔修好渠。护好林。管好路。〕散会。',
      'is',
      '会议要求：一是修好渠；二是护好林；三是管好路。散会。',
    ],
    ['clauses', '〔修好渠，护好林，还要管好路。〕', 'is', '一是修好渠；二是护好林；三是要管好路。'],
    ['clauses that ask', '〔要修好渠，要护好林，也要管好路。〕', 'must', '一要修好渠；二要护好林；三要管好路。'],
    ['what 、 keeps apart', '抓好〔修渠、护林、养路〕，再说别的', 'is', '抓好一是修渠；二是护林；三是养路，再说别的'],
    [
      'what ；keeps apart',
      '〔修渠，要快；护林，要严；养路，要勤。〕',
      'is',
      '一是修渠，要快；二是护林，要严；三是养路，要勤。',
    ],
    ['words that count', '〔首先，要修渠。其次，要护林。最后，要养路。〕', 'must', '一要修渠；二要护林；三要养路。'],
    ['numbers of another kind', '〔第一，修渠。第二，护林。〕', 'is', '一是修渠；二是护林。'],
    ['points written as sentences', '〔修渠；护林；养路。〕', 'ordinal', '第一，修渠。第二，护林。第三，养路。'],
    ['lines', '〔　　修渠\n　　护林\n\n　　养路〕', 'is', '　　一是修渠；\n　　二是护林；\n\n　　三是养路。'],
    [
      'lines of several sentences',
      '〔修好渠。要快。\n护好林。要严。〕',
      'must',
      '一要修好渠。要快。\n二要护好林。要严。',
    ],
    ['quoted words', '〔讲“三心”，做“三事”。〕', 'is', '一是讲“三心”；二是做“三事”。'],
  ];
  for (const [what, marked, style, after] of cases) it(what, () => assert.equal(made(marked, style), after));

  it('are none of a single piece, or of nothing', () => {
    assert.equal(made('〔修好渠。〕', 'is'), undefined);
    assert.equal(made('〔 \n 〕', 'is'), undefined);
  });

  it('lose their numbers again', () => {
    const { text, selection } = read('〔一要修渠；二要护林。\n〕三要养路。');
    assert.equal(applyEdits(text, withoutMarkers(text, selection)), '要修渠；要护林。\n三要养路。');
    const points = '一是修渠；二是护林；三是养路。';
    assert.equal(applyEdits(points, withoutMarkers(points, { start: 0, end: points.length })), '修渠；护林；养路。');
  });

  it('come back the same from their words', () => {
    const words = fc.uniqueArray(fc.constantFrom('修渠', '护林', '养路', '清淤', '“双查”'), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(words, fc.constantFrom(...POINT_STYLES), (parts, style) => {
        const text = `${parts.join('；')}。`;
        const whole = { start: 0, end: text.length };
        const points = applyEdits(text, [enumerate(text, whole, style)!]);
        const again = enumerate(points, { start: 0, end: points.length }, style)!;
        assert.equal(applyEdits(points, [again]), points);
        for (const part of parts) assert.ok(points.includes(part));
      }),
    );
  });

  it('takes any text', () => {
    const pieces = fc.constantFrom('一是', '二要', '首先', '，', '、', '；', '。', '\n', '还要', '渠', '”', '“', ' ');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), fc.constantFrom(...POINT_STYLES), (parts, style) => {
        const text = parts.join('');
        const edit = enumerate(text, { start: 0, end: text.length }, style);
        if (edit) assert.ok(edit.start >= 0 && edit.end <= text.length && edit.start < edit.end);
      }),
    );
  });
});
