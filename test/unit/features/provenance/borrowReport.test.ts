import assert from 'node:assert/strict';
import { borrowed } from '../../../../src/core/borrow/borrowed.ts';
import { Comparisons } from '../../../../src/core/borrow/comparisons.ts';
import { reportLines } from '../../../../src/features/provenance/borrowReport.ts';
import { inMemoryCorpus } from '../../support/inMemoryCorpus.ts';

const comparison = new Comparisons(
  inMemoryCorpus({
    '塘.txt':
      '---\ntitle: 在修塘会上的讲话\nspeaker: 许长河\n---\n一、看水\n先看来水，后看去水，再看塘底。大家把这三样都走到了，再坐下来说话，也不迟。',
  }),
).forDraft();

describe('the report of what was borrowed', () => {
  const linesOf = (text: string) => reportLines('草稿.jg', text, borrowed(comparison, text));

  it('has a line for each paragraph and stretch that leads to the draft, and one to the source', () => {
    const text = '开场的话。\n我们说，先看来水，后看去水。';
    const lines = linesOf(text);
    assert.deepEqual(
      lines.map(line => line.text),
      [
        '出处清单　草稿.jg',
        '全文与语料逐字相同（连续8字以上）：53%',
        '光标放在一行上按F12：在破折号行打开原文，在其余行回到草稿',
        '',
        '第2段　重合73%　《在修塘会上的讲话》73%',
        '　　“先看来水，后看去水”',
        '　　　　—— 《在修塘会上的讲话》 · 许长河 › 一、看水　仅此1篇',
      ],
    );
    const [stretch, source] = lines.slice(-2);
    assert.equal(text.slice(stretch!.draft!.start, stretch!.draft!.end), '先看来水，后看去水');
    assert.deepEqual(source!.source, ['id-塘.txt', 5, 14]);
  });

  it('says so where there is nothing', () => {
    assert.equal(linesOf('全是自己的话').at(-1)!.text, '没有连续8字以上与语料相同。');
  });
});
