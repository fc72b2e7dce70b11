import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  characterTotals,
  countCharacters,
  LENGTH_RULES,
  speakingMinutes,
} from '../../../src/core/length/characters.ts';

/** Text, as Word and WPS count it, as LibreOffice Writer 7.4.7 with its settings as delivered (Debian 12, locale C.UTF-8) does. */
const counted: readonly (readonly [text: string, word: number, libreOffice: number])[] = [
  ['', 0, 0],
  [' \n\t　', 0, 0],
  ['真抓实干', 4, 4],
  ['同志们：\n大家好！', 8, 8],
  ['甲　乙 丙\t丁', 4, 4],
  ['# 标题\n\n正文', 5, 5],
  ['**要实现**开门红', 8, 8],
  ['《讲话》', 4, 4],
  ['（1）甲，（2）乙', 9, 9],
  ['GDP', 1, 1],
  ['GDP增长7.5%。', 5, 5],
  ['1,000元', 2, 2],
  ['2.2', 1, 1],
  ['A+B公司', 3, 3],
  ['two words', 2, 2],
  ['XX市', 2, 2],
  ['３５年', 3, 3],
  ['３～5年', 4, 4],
  ['第Ⅲ期①修渠②修路', 9, 9],
  ['①.②.', 4, 4],
  ['½、²、№1', 5, 5],
  ['カナ', 2, 2],
  ['𠮷野家', 3, 3],
  ['甲-乙', 3, 3],
  ['http://x.cn/a-b?c=1', 1, 1],
  // Marks of both scripts, and hyphens.
  ['甲——乙', 4, 2],
  ['10:30—11:00', 3, 2],
  ['–5—6', 3, 2],
  ['甲……乙', 4, 3],
  ['…”', 2, 1],
  ['“A，', 3, 2],
  ['“3+2”模式', 5, 3],
  ['×××市', 4, 2],
  ['□□年____月', 5, 4],
  ['5℃、±5%、3×4', 9, 5],
  ['😀😀好', 3, 2],
  ['A-B类、C--D类', 5, 6],
  ['同志们：\n春茶一刻也等不得——山上的活早一天干，树上的芽就早一天长。', 33, 31],
  ['今年完成投资2.35亿元，增长12%，占GDP的1/3。', 19, 19],
  ['要做到“五个一”：一季一会商、一月一调度……', 22, 21],
];

describe('«字数» of Word and of LibreOffice', () => {
  for (const [text, word, libreOffice] of counted) {
    it(`${JSON.stringify(text)}: ${word}, ${libreOffice}`, () => {
      assert.equal(countCharacters(text, 'word'), word);
      assert.equal(countCharacters(text, 'libreOffice'), libreOffice);
    });
  }

  it('is that of a stretch of a text', () => {
    for (const rule of LENGTH_RULES) assert.equal(countCharacters('真抓实干', rule, { start: 1, end: 3 }), 2);
  });

  it('adds up where a text is cut before a Chinese character', () => {
    const text = fc.string({ unit: fc.constantFrom('真', '抓', '，', 'a', '7', '-', '”', '①', ' ', '\n', '—', '𠮷') });
    fc.assert(
      fc.property(text, text, fc.constantFrom(...LENGTH_RULES), (a, b, rule) => {
        const whole = `${a}实${b}`;
        assert.equal(countCharacters(whole, rule), countCharacters(a, rule) + 1 + countCharacters(b, rule));
      }),
    );
  });
});

describe('what is published of how Word counts', () => {
  const published: readonly (readonly [text: string, count: number, source: string])[] = [
    ['中文', 2, 'a Chinese character is one: superweb999.com/article/1090995.html'],
    ['你好，世界。', 6, 'a full-width mark is one: the same page'],
    ['hello', 1, 'an English word is one: the same page'],
    ['hello, world!', 2, 'half-width marks at words add none: the same page'],
    ['あいうえお', 5, 'a kana is one: ufui.net/suptblog, field 17'],
    ['ｱｲｳ', 3, 'a half-width kana is one: the same page'],
    ['あabcdefghij', 2, 'a run of letters behind kana is one: the same page'],
    ['あ!#$%&', 2, 'and so is a run of half-width signs: the same page'],
    ['06/30/2003', 1, 'office-forums.com/threads/word-2000-line-and-word-counts.1655850'],
    ['June 30, 2003', 3, 'the same page'],
    ['vis-a-vis', 1, 'the same page'],
  ];
  for (const [text, count, source] of published) {
    it(`${text}: ${count} (${source})`, () => assert.equal(countCharacters(text, 'word'), count));
  }
});

describe('«字符数»', () => {
  const cases: readonly (readonly [text: string, withBlanks: number, withoutBlanks: number])[] = [
    ['', 0, 0],
    ['真抓 实干\r\n甲　乙\t', 9, 6],
    ['𠮷😀', 2, 2],
    ['GDP增长7.5%。', 10, 10],
  ];
  for (const [text, withBlanks, withoutBlanks] of cases) {
    it(`${JSON.stringify(text)}: ${withBlanks}, ${withoutBlanks} without blanks`, () =>
      assert.deepEqual(characterTotals(text), { withBlanks, withoutBlanks }));
  }
});

it('characters become minutes', () => assert.equal(speakingMinutes(1800, 180), 10));
