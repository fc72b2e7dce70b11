import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dictionarySegmenter, parseDictionary } from '../../../src/core/structure/dictionarySegmenter.ts';

const frequencies: Readonly<Record<string, number>> = {
  真抓: 3,
  实干: 5,
  真抓实干: 4,
  抓实: 2,
  干: 9,
  狠抓: 6,
  落实: 20,
  𠮷日: 2,
};
const content = Object.entries(frequencies)
  .map(([word, frequency]) => `${word} ${frequency} n`)
  .join('\n');
const segmenter = dictionarySegmenter(parseDictionary(content));
const words = (text: string): string[] => {
  const starts = Array.from(segmenter.wordStarts(text));
  return starts.map((start, i) => text.slice(start, starts[i + 1]));
};

/** The most probable split by trying all: what the dynamic programme must find, up to equally probable ones. */
function bestWeight(text: string): number {
  const sum = Object.values(frequencies).reduce((a, b) => a + b, 0);
  const weights = new Map(Object.entries(frequencies).map(([word, frequency]) => [word, Math.log(frequency / sum)]));
  const unknown = Math.min(...weights.values());
  const characters = Array.from(text);
  const best = (from: number): number => {
    if (from === characters.length) return 0;
    let result = Number.NEGATIVE_INFINITY;
    for (let to = from + 1; to <= characters.length; to++) {
      const word = characters.slice(from, to).join('');
      const weight = weights.get(word) ?? (to === from + 1 ? unknown : Number.NEGATIVE_INFINITY);
      result = Math.max(result, weight + best(to));
    }
    return result;
  };
  return best(0);
}

describe('dictionarySegmenter', () => {
  it('prefers the more probable split', () => {
    assert.deepEqual(words('真抓实干，狠抓落实。'), ['真抓实干', '，', '狠抓', '落实', '。']);
    assert.deepEqual(words('真抓实'), ['真抓', '实']);
  });

  it('splits between characters, never within one, and loses nothing', () => {
    assert.deepEqual(words('𠮷日𠮷\ud800落实'), ['𠮷日', '𠮷', '\ud800', '落实']);
    const unit = fc.constantFrom(...'真抓实干狠落，。 a𠮷日', '\udc00', '\ud800');
    fc.assert(fc.property(fc.string({ unit, maxLength: 30 }), text => assert.equal(words(text).join(''), text)));
  });

  it('finds the most probable split of all', () => {
    const sum = Object.values(frequencies).reduce((a, b) => a + b, 0);
    const unknown = Math.log(2 / sum);
    const weight = (word: string): number => (frequencies[word] ? Math.log(frequencies[word] / sum) : unknown);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'真抓实干狠落'), maxLength: 9 }), text => {
        const found = words(text).reduce((total, word) => total + weight(word), 0);
        assert.ok(Math.abs(found - bestWeight(text)) < 1e-9);
      }),
    );
  });

  it('passes over and counts the lines of a dictionary that are wrong', () => {
    const wrong = ['实干', '实干 many n', ' 3 n', '实干  n', '实干 0 n', '实干 -1 n', '\0\0', '实干 Infinity n'];
    const parsed = parseDictionary(`真抓 3 n\n${wrong.join('\n')}\n狠抓 2 v\n`);
    assert.equal(parsed.badLines, wrong.length);
    assert.deepEqual([...dictionarySegmenter(parsed).wordStarts('真抓狠抓实干')], [0, 2, 4, 5]);
  });
});
