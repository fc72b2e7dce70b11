import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Sketch, similarGroups, sketchOf } from '../../../src/core/index/format/sketch.ts';
import { unitsOf } from '../../../src/core/text/units.ts';

const corpus = join(import.meta.dirname, '../../../corpus');
const speeches = readdirSync(corpus)
  .filter(name => name.endsWith('.md'))
  .sort()
  .map(name => readFileSync(join(corpus, name), 'utf8'));

function sketchOfText(text: string): Sketch {
  return sketchOf(unitsOf(text));
}

describe('similarGroups', () => {
  it('tells one speech saved several times, with small changes, from different speeches', () => {
    const [first, second] = speeches as [string, string];
    const changed = first.replaceAll('招商', '引商').slice(40);
    const doctored = `${second}\n下一篇：某某讲话`.replace('2024', '2023');
    const texts = [...speeches, first, changed, doctored];
    const n = speeches.length;
    assert.deepEqual(similarGroups(texts.map(sketchOfText)), [
      [0, n, n + 1].filter(index => index !== n + 1 || isSimilar(first, changed)),
      [1, n + 2],
    ]);
  });

  it('leaves different speeches alone', () => {
    assert.deepEqual(similarGroups(speeches.map(sketchOfText)), []);
  });

  it('leaves texts too short to tell alone unless they are equal', () => {
    assert.deepEqual(similarGroups(['', '', '谢谢大家'].map(sketchOfText)), []);
    assert.deepEqual(similarGroups(['要真抓实干久久为功。', '要真抓实干久久为功。'].map(sketchOfText)), [[0, 1]]);
  });
});

/** The plain resemblance of two texts, by all their stretches of eight. */
function isSimilar(a: string, b: string): boolean {
  const shingles = (text: string): Set<string> =>
    new Set(Array.from({ length: text.length - 7 }, (_, i) => text.slice(i, i + 8)));
  const [left, right] = [shingles(a), shingles(b)];
  const shared = [...left].filter(shingle => right.has(shingle)).length;
  return shared / (left.size + right.size - shared) > 0.6;
}
