import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countCharacters, speakingMinutes } from '../../../src/core/length/characters.ts';

describe('characters as Word counts them', () => {
  const cases: readonly [string, number][] = [
    ['', 0],
    [' \n\t　', 0],
    ['真抓实干', 4],
    ['同志们：\n大家好！', 8],
    ['甲 乙　丙', 3],
    ['“真抓”', 4],
    ['——确保', 4],
    ['甲……乙', 4],
    ['GDP', 1],
    ['GDP增长7.5%。', 5],
    ['1,000元', 2],
    ['A+B公司', 3],
    ['two words', 2],
    ['XX市', 2],
    ['×××市', 4],
    ['３５年', 3],
    ['①一是', 3],
    ['カタカナ', 4],
    ['𠮷野家', 3],
    ['（1）甲', 4],
    ['1. 甲', 2],
    ['http://x.cn/a', 1],
  ];
  for (const [text, count] of cases) {
    it(`${JSON.stringify(text)}: ${count}`, () => assert.equal(countCharacters(text), count));
  }

  it('counts a stretch of a text', () => {
    assert.equal(countCharacters('真抓实干', { start: 1, end: 3 }), 2);
  });

  it('adds up where a text is cut before a Chinese character', () => {
    const text = fc.string({ unit: fc.constantFrom('真', '抓', '，', 'a', '7', ' ', '\n', '—', '𠮷') });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const whole = `${a}实${b}`;
        assert.equal(countCharacters(whole), countCharacters(a) + 1 + countCharacters(b));
      }),
    );
  });

  it('tells minutes', () => assert.equal(speakingMinutes(1800, 180), 10));
});
