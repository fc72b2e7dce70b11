import assert from 'node:assert/strict';
import { PhraseLexicon } from '../../../src/core/lexicon/phraseLexicon.ts';
import { type Rephrasing, rephrase } from '../../../src/core/rephrase/rephrase.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

const index = inMemoryCorpus(
  {
    '甲.txt': '要以只争朝夕的紧迫感抓项目。增强坐不住的劲头。各级齐心协力，真抓实干，不等不靠。',
    '乙.txt': '要有“等不起”的紧迫感，以只争朝夕的紧迫感往前赶。大家齐心协力，真抓实干，一抓到底。',
  },
  { '丙.txt': '要以坐不住的紧迫感补短板。敢于担当，苦干实干。', '丁.txt': '上下同欲，苦干实干。' },
);
const lexicon = new PhraseLexicon(index);

/** For the stretch between two `｜` of `draft`, or the caret at the only one. */
function at(draft: string, limit = 8): Rephrasing | undefined {
  const [before, chosen, after] = draft.split('｜') as [string, string, string | undefined];
  const text = draft.replaceAll('｜', '');
  const end = before.length + (after === undefined ? 0 : chosen.length);
  return rephrase({ index, lexicon }, text, { start: before.length, end }, limit);
}
const texts = (found: Rephrasing | undefined): string[] => (found?.alternatives ?? []).map(({ text }) => text);

describe('rephrase', () => {
  it('puts what the corpus has into the slot of a frame, the frame with the same head first', () => {
    for (const draft of ['要以等不起慢不得的紧迫感｜抓落实', '要以等不起｜慢不得的紧迫感抓落实']) {
      const found = at(draft)!;
      assert.equal(found.phrase, '等不起慢不得的紧迫感');
      assert.deepEqual(found.span, { start: 2, end: 12 });
      assert.deepEqual(texts(found), ['只争朝夕的紧迫感', '坐不住的紧迫感', '“等不起”的紧迫感']);
    }
  });

  it('names documents and source of each', () => {
    const [best] = at('要以等不起慢不得的紧迫感｜抓落实')!.alternatives;
    assert.equal(best!.documents, 2);
    assert.equal(best!.occurrences, 2);
    assert.ok(['甲', '乙'].includes(best!.provenance.title));
  });

  it('puts the slot into other frames', () => {
    assert.ok(texts(at('要以坐不住的紧迫感｜抓落实')).includes('坐不住的劲头'));
  });

  it('offers phrases of about the same length that begin or end alike', () => {
    assert.deepEqual(texts(at('我们要｜真抓实干｜，不松劲')), ['苦干实干']);
    assert.deepEqual(texts(at('我们要真｜抓实干，不松劲')), ['苦干实干']);
  });

  it('never offers what is there already', () => {
    assert.ok(!texts(at('要以只争朝夕的紧迫感｜抓落实')).includes('只争朝夕的紧迫感'));
  });

  it('has nothing where there is no phrase', () => {
    for (const draft of ['｜', '好｜', 'abc｜', '魑魅魍魉｜。', '一，｜二'])
      assert.deepEqual(texts(at(draft)), [], draft);
    assert.deepEqual(texts(at('要以等不起慢不得的紧迫感｜抓落实', 0)), []);
  });
});
