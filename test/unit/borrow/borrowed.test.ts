import assert from 'node:assert/strict';
import fc from 'fast-check';
import { borrowed } from '../../../src/core/borrow/borrowed.ts';
import { Comparisons } from '../../../src/core/borrow/comparisons.ts';
import { MIN_STRETCH, stretchesIn } from '../../../src/core/borrow/stretches.ts';
import { CorpusIndex } from '../../../src/core/index/corpusIndex.ts';
import { inMemoryCorpus, plainDocument, segmentOf } from '../support/inMemoryCorpus.ts';

const pond = '修塘先清淤，清淤先问水，把每一口塘的来水去水都走一遍';
const index = inMemoryCorpus(
  {
    '塘.txt': `在修塘会上的讲话\n${pond}。\n石桥镇的塘多，石桥镇的人勤。`,
    '渠.txt': '在开渠会上的讲话\n开渠先看坡，把每一口塘的来水去水都走一遍，再动第一锹。',
  },
  { '路.txt': '在修路会上的讲话\n修路先看桥，养路先看沟，再动第一锹。' },
);

const comparisons = new Comparisons(index);
const borrowedIn = (text: string, path?: string) => borrowed(comparisons.forDraft(path), text);

describe('what a draft has borrowed', () => {
  const stretchesOf = (text: string) =>
    borrowedIn(text).paragraphs.map(({ stretches }) =>
      stretches.map(({ start, end, source }) => [text.slice(start, end), source.title]),
    );

  it('is every stretch of eight characters that a source has, without the marks at its ends', () => {
    assert.deepEqual(stretchesOf('我们说，修路先看桥，养路先看沟，道理都懂。'), [
      [['修路先看桥，养路先看沟', '在修路会上的讲话']],
    ]);
    assert.deepEqual(stretchesOf('修路先看桥，我们懂。'), []);
  });

  it('comes from the document that has most of the paragraph', () => {
    const shared = '每一口塘的来水去水都走一遍';
    const titles = (text: string) => stretchesOf(text).map(stretches => stretches.map(([, title]) => title));
    assert.deepEqual(titles(`走一遍，再动第一锹。${shared}。`), [['在开渠会上的讲话', '在开渠会上的讲话']]);
    assert.deepEqual(titles(`${shared}。清淤先问水，把每一口。`), [['在修塘会上的讲话', '在修塘会上的讲话']]);
  });

  it('is measured by paragraph and in all, marks aside', () => {
    const { overlap, paragraphs } = borrowedIn(`${pond}。\n\n魑魅魍魉出没。\n`);
    assert.deepEqual(
      paragraphs.map(({ number, overlap: share, sources }) => [number, share, sources[0]!.title, sources[0]!.share]),
      [[1, 1, '在修塘会上的讲话', 1]],
    );
    assert.equal(overlap, 24 / 30);
    assert.deepEqual(borrowedIn(''), { overlap: 0, paragraphs: [] });
  });

  it('is found in half-width marks too, and counted in speeches', () => {
    const [paragraph] = borrowedIn('修塘先清淤,清淤先问水').paragraphs;
    const [{ documents, occurrences, start, end }] = paragraph!.stretches as [
      (typeof paragraph & object)['stretches'][0],
    ];
    assert.deepEqual([documents, occurrences, start, end], [1, 1, 0, 11]);
  });

  it('leaves nothing out that a search from every place would find', () => {
    const letters = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 60 });
    fc.assert(
      fc.property(letters, letters, (corpus, draft) => {
        const small = new CorpusIndex([{ segment: segmentOf([plainDocument('0', corpus)]), deleted: [] }]);
        const expected: Array<{ start: number; end: number }> = [];
        for (let start = 0; start < draft.length; ) {
          let end = draft.length;
          while (end > start && !corpus.includes(draft.slice(start, end))) end--;
          if (end - start >= MIN_STRETCH) expected.push({ start, end });
          start = end - start >= MIN_STRETCH ? end : start + 1;
        }
        assert.deepEqual(stretchesIn(small.matches, draft, { start: 0, end: draft.length }), expected);
      }),
      { numRuns: 300 },
    );
  });
});
