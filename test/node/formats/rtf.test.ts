import assert from 'node:assert/strict';
import { readRtf } from '../../../src/node/formats/rtf/rtf.ts';

const FONTS = '{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset134 SimSun;}{\\f2\\fcharset136 MingLiU;}}';
const read = (body: string) => readRtf(Buffer.from(`{\\rtf1\\ansi\\ansicpg936\\uc1${FONTS}${body}}`, 'latin1'));
const text = (body: string) => read(body).text;

describe('text of an RTF document', () => {
  for (const [name, body, expected] of [
    ['GBK bytes', "\\f1\\'d6\\'d0\\'b9\\'fa", '中国'],
    ['GBK bytes under a Latin font', "\\f0\\'d6\\'d0\\'b9\\'fa", '中国'],
    ['a Latin byte under a Latin font', "\\f0 A\\'b7B", 'A·B'],
    ['Big5 bytes', "\\f2\\'a4\\'a4", '中'],
    ['a second byte as a letter', "\\f1\\'8cW", '學'],
    ['raw bytes', '\\f1\xd6\xd0\xb9\xfa', '中国'],
    ['raw bytes with a backslash in a character', '\\f1\x81\x5c\xd6\xd0', '乗中'],
    ['Unicode with fallback', '\\u20013?\\u22269?', '中国'],
    ['negative Unicode', '\\u-25855 ?', '鬁'],
    ['Unicode with two bytes of fallback', "\\uc2\\u20013\\'d6\\'d0\\u22269\\'b9\\'fa!", '中国!'],
    ['Unicode without fallback', '\\uc0\\u20013\\u22269 x', '中国x'],
    ['a control word as fallback', '\\uc1\\u20013\\bullet x', '中x'],
    ['a fallback that ends with its group', '{\\u20013}?', '中?'],
    ['surrogates', '\\u-10174?\\u-8265?', '𠮷'],
    ['paragraphs, lines and tabs', 'a\\par b\\line c\\tab d\\\r\ne', 'a\nb\nc\td\ne'],
    ['escaped marks', '\\{a\\\\b\\}', '{a\\b}'],
    ['quotes and dashes', '\\ldblquote a\\rdblquote\\emdash b', '“a”—b'],
    ['hidden text', 'a{\\v secret}b\\v hidden\\v0 c', 'abc'],
    ['hidden text ended by \\plain', 'a\\v hidden\\plain b', 'ab'],
    ['deleted text', 'a{\\deleted old}b', 'ab'],
    ['unknown destinations', 'a{\\*\\unknown b{c}}d', 'ad'],
    ['headers, pictures and comments', 'a{\\header h}{\\pict 0102}{\\*\\annotation c}{\\*\\generator g;}b', 'ab'],
    ['binary data', 'a{\\*\\x\\bin4 {{{{}b', 'ab'],
    ['fields', 'a{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt b}}c', 'abc'],
    ['footnotes behind the body', 'a{\\footnote\\chftn note}b\\par c', 'ab\nc\nnote'],
    [
      'text boxes behind the body',
      'a{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv y}}{\\shptxt box\\par}}{\\shprslt box}}b',
      'ab\nbox',
    ],
    ['labels of lists', '{\\listtext\\f1\\u19968?\\u12289?\\tab}a\\par{\\listtext 1\\tab}b', '一、a\n1 b'],
    ['decorative bullets', "{\\listtext\\'b7\\tab}a", 'a'],
    ['both halves of upr', '{\\upr{ab}{\\*\\ud{\\u20013?}}}c', '中c'],
    ['tables', '\\intbl a\\cell b\\par c\\cell\\row\\intbl d\\cell e\\cell\\row\\pard f', 'a\tb　c\nd\te\nf'],
  ] as const) {
    it(name, () => assert.equal(text(body), expected));
  }

  it('has its title from the properties only if it stands at the head', () => {
    assert.equal(read('{\\info{\\title Report}{\\author x}}Report\\par text').title, 'Report');
    assert.equal(read('{\\info{\\title Template}}Report').title, undefined);
  });

  it('is read in linear time and never nested too deep', () => {
    const started = performance.now();
    assert.equal(text('x\\par '.repeat(200_000)).length, 399_999);
    assert.equal(text(`${'{'.repeat(3000)}a${'}'.repeat(3000)}`), 'a');
    assert.throws(() => text('{'.repeat(1_000_000)), { name: 'FormatError', message: /^损坏/ });
    assert.equal(performance.now() - started < 4000, true);
  });
});
