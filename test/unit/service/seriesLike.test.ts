import assert from 'node:assert/strict';
import { createSpeechService } from '../../../src/core/service/inProcessService.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

const service = createSpeechService({
  index: inMemoryCorpus({
    'one.txt': '要稳就业、稳金融、稳预期。要从点滴中积累、从一线中历练。',
    'two.txt': '要稳就业、稳投资、稳外贸。要从书本中学习、从实践中学习。',
    'three.txt': '要抓进度、抓质量、抓安全。',
  }),
  readFile: () => undefined,
});

/** What is between ⟦ and ⟧ is selected; the caret is where they meet. */
const like = async (draft: string) => {
  const text = draft.replace(/[⟦⟧]/gu, '');
  const found = await service.seriesLike({ text, start: draft.indexOf('⟦'), end: draft.indexOf('⟧') - 1 });
  return found?.groups.map(({ by, series }) => [
    by,
    series.map(({ members }) => members.map(one => one.text).join('|')),
  ]);
};
const shared = [
  ['member', ['稳就业|稳金融|稳预期', '稳就业|稳投资|稳外贸']],
  ['shape', ['抓进度|抓质量|抓安全']],
];

describe('seriesLike', () => {
  it('finds what shares members with the series at the caret, most in common first, then what is shaped like it', async () => {
    const draft = '山上的活等不得。要稳就业⟦⟧、稳金融、稳外资。';
    assert.deepEqual(await like(draft), [
      ['member', ['稳就业|稳金融|稳预期', '稳就业|稳投资|稳外贸']],
      ['shape', ['抓进度|抓质量|抓安全']],
    ]);
  });

  it('takes the series that is selected', async () => {
    assert.deepEqual(await like('开头。⟦要稳就业、稳金融、稳外资。⟧结尾。'), shared);
  });

  it('finds series in the frame of one', async () => {
    assert.deepEqual(await like('要从差距中⟦⟧发力、从压力中起步。'), [
      ['frame', ['从点滴中积累|从一线中历练', '从书本中学习|从实践中学习']],
    ]);
  });

  it('takes words that are no series for a member, or for a frame with slots', async () => {
    assert.deepEqual(await like('⟦稳就业⟧'), [['member', ['稳就业|稳金融|稳预期', '稳就业|稳投资|稳外贸']]]);
    for (const frame of ['从…中…', '从~中~', '从……中……', '从...中...'])
      assert.deepEqual(
        (await like(`⟦${frame}⟧`))?.map(([by]) => by),
        ['frame'],
        frame,
      );
    assert.deepEqual(await like('⟦山上的活⟧'), []);
  });

  it('has nothing to go by outside of series', async () => {
    assert.equal(await like('山上的活⟦⟧等不得。'), undefined);
    assert.equal(await like('⟦ ⟧'), undefined);
  });

  it('gives each with its source', async () => {
    const found = await service.seriesLike({ text: '稳就业', start: 0, end: 3 });
    for (const { provenance, start } of found!.groups[0]!.series) assert.equal(provenance.start, start);
    assert.deepEqual(found!.members, ['稳就业']);
  });
});
