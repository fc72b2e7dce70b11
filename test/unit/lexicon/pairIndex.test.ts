import assert from 'node:assert/strict';
import { PairIndex } from '../../../src/core/lexicon/pairIndex.ts';
import { Stepwise } from '../../../src/core/lexicon/stepwise.ts';

describe('PairIndex', () => {
  const texts = ['真抓实干', '实干', '干', '', '久久久为功', '真心实意', '抓实抓实'];
  const index = new Stepwise(() => PairIndex.of(texts.length, number => texts[number]!)).value;

  it('has for each pair the texts that hold it, in their order, as often as they do', () => {
    const expected = (pair: string): number[] =>
      texts.flatMap((text, number) => Array.from(text).flatMap((_, i) => (text.startsWith(pair, i) ? [number] : [])));
    for (const pair of ['真抓', '抓实', '实干', '久久', '为功', '真心', '功真', '意真'])
      assert.deepEqual([...index.numbers(pair)], [expected(pair)], pair);
    assert.deepEqual([...index.numbers('抓实抓')], [expected('抓实'), expected('实抓')]);
    assert.deepEqual([...index.numbers('抓')], []);
  });

  it('puts first what shares most pairs, then the shorter', () => {
    const sharing = index.sharingMost('要真抓实干', 5, number => texts[number]!.length);
    assert.deepEqual(
      sharing.map(number => texts[number]),
      ['真抓实干', '实干', '抓实抓实'],
    );
    assert.deepEqual(
      index.sharingMost('要真抓实干', 1, number => texts[number]!.length),
      [0],
    );
  });
});
