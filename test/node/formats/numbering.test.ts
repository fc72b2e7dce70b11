import assert from 'node:assert/strict';
import { formatNumber } from '../../../src/node/formats/common/numberFormats.ts';
import { readDocx } from '../../../src/node/formats/docx/docx.ts';
import { docx, numbered, paragraph, run } from './officeFiles.ts';

const level = (index: number, format: string, pattern: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${pattern}"/></w:lvl>`;
const abstract = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const list = (id: number, abstractId: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${more}</w:num>`;
const OFFICIAL = abstract(
  0,
  level(0, 'chineseCountingThousand', '%1、'),
  level(1, 'chineseCounting', '（%2）'),
  level(2, 'decimal', '%3.'),
  level(3, 'decimalEnclosedCircle', '%4'),
);
const lines = (body: string, numbering: string, styles = '') =>
  readDocx(docx(body, { numbering, styles })).text.split('\n');

describe('automatic numbers of Word', () => {
  it('count in four levels, lower ones anew under each higher one', () => {
    const levels = [0, 1, 1, 2, 2, 3, 1, 0, 1, 2];
    const body = levels.map(at => numbered('事', 1, at)).join('');
    assert.deepEqual(lines(body, OFFICIAL + list(1, 0)), [
      '一、事',
      '（一）事',
      '（二）事',
      '1.事',
      '2.事',
      '① 事',
      '（三）事',
      '二、事',
      '（一）事',
      '1.事',
    ]);
  });

  it('go on over paragraphs in between, and in other lists of the same form', () => {
    const body = numbered('甲', 1) + paragraph(run('正文')) + numbered('乙', 2) + numbered('丙', 1);
    assert.deepEqual(lines(body, OFFICIAL + list(1, 0) + list(2, 0)), ['一、甲', '正文', '二、乙', '三、丙']);
  });

  it('start where a list says so', () => {
    const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
    const body = numbered('甲', 1) + numbered('乙', 2) + numbered('丙', 2);
    assert.deepEqual(lines(body, OFFICIAL + list(1, 0) + list(2, 0, override)), ['一、甲', '五、乙', '六、丙']);
    const replaced = `<w:lvlOverride w:ilvl="0">${level(0, 'decimal', '%1是')}</w:lvlOverride>`;
    assert.deepEqual(lines(numbered('甲', 1), OFFICIAL + list(1, 0, replaced)), ['1是甲']);
  });

  it('come from the style of a paragraph too, and go where the paragraph says so', () => {
    const numbering =
      abstract(
        3,
        level(0, 'chineseCounting', '第%1章', '<w:pStyle w:val="C1"/>'),
        level(1, 'decimal', '%1.%2', '<w:pStyle w:val="C2"/><w:isLgl/>'),
      ) + list(7, 3);
    const styles =
      '<w:style w:type="paragraph" w:styleId="C1"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="C2"><w:basedOn w:val="C1"/></w:style>';
    const styled = (text: string, style: string, more = '') =>
      paragraph(run(text), `<w:pStyle w:val="${style}"/>${more}`);
    const body =
      styled('总则', 'C1') +
      styled('依据', 'C2') +
      styled('不编号', 'C1', '<w:numPr><w:numId w:val="0"/></w:numPr>') +
      styled('附则', 'C1') +
      styled('施行', 'C2');
    assert.deepEqual(lines(body, numbering, styles), ['第一章 总则', '1.1 依据', '不编号', '第二章 附则', '2.1 施行']);
  });

  it('follow a numbering style to its list', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="S"/></w:abstractNum>' +
      `<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="S"/>${level(0, 'chineseCounting', '%1是', '<w:suff w:val="nothing"/>')}</w:abstractNum>` +
      list(1, 1);
    assert.deepEqual(lines(numbered('抓早', 1) + numbered('抓小', 1), numbering), ['一是抓早', '二是抓小']);
  });

  it('are not shown for empty paragraphs, which count', () => {
    assert.deepEqual(lines(numbered('甲', 1) + numbered('', 1) + numbered('丙', 1), OFFICIAL + list(1, 0)), [
      '一、甲',
      '三、丙',
    ]);
  });

  it('need no restart where a level forbids it; bullets show only if they are dashes', () => {
    const numbering =
      abstract(0, level(0, 'chineseCounting', '%1、'), level(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>')) +
      list(1, 0);
    const body = [0, 1, 0, 1].map(at => numbered('事', 1, at)).join('');
    assert.deepEqual(lines(body, numbering), ['一、事', '1.事', '二、事', '2.事']);
    assert.deepEqual(lines(numbered('事', 1), abstract(0, level(0, 'bullet', '\uf06c')) + list(1, 0)), ['事']);
    assert.deepEqual(lines(numbered('事', 1), abstract(0, level(0, 'bullet', '——')) + list(1, 0)), ['——事']);
  });

  for (const [format, samples] of Object.entries({
    chineseCountingThousand: {
      1: '一',
      10: '十',
      11: '十一',
      20: '二十',
      99: '九十九',
      105: '一百零五',
      110: '一百一十',
      2003: '二千零三',
    },
    chineseLegalSimplified: { 1: '壹', 10: '壹拾', 21: '贰拾壹' },
    ideographDigital: { 10: '一〇', 25: '二五' },
    ideographTraditional: { 1: '甲', 10: '癸', 11: '11' },
    decimalEnclosedCircle: { 1: '①', 20: '⑳', 21: '㉑', 36: '㊱', 51: '51' },
    decimalEnclosedParen: { 3: '⑶', 21: '(21)' },
    decimalFullWidth: { 12: '１２' },
    upperRoman: { 4: 'IV', 1994: 'MCMXCIV' },
    lowerLetter: { 1: 'a', 26: 'z', 28: 'bb' },
    decimalZero: { 7: '07', 12: '12' },
    unheardOf: { 7: '7' },
    none: { 7: '' },
  })) {
    it(`count in ${format}`, () => {
      for (const [value, expected] of Object.entries(samples))
        assert.equal(formatNumber(Number(value), format), expected);
    });
  }

  it('stay sensible for absurd numbers', () => {
    for (const value of [0, -3, 10_000, 2 ** 40]) assert.equal(formatNumber(value, 'chineseCounting'), String(value));
  });
});
