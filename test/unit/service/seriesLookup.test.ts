import assert from 'node:assert/strict';
import { handleRequest } from '../../../src/core/service/handleRequest.ts';
import { createSpeechService } from '../../../src/core/service/inProcessService.ts';
import type { SeriesLookupRequest } from '../../../src/core/service/seriesLookup.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

const service = createSpeechService({
  index: inMemoryCorpus(
    {
      'old.txt': '---\ndate: 2021-03-01\n---\n要从点滴中积累、从一线中历练。要稳就业、稳金融、稳预期。',
      'new.txt':
        '---\ndate: 2024-03-01\n---\n要稳就业、稳金融、稳预期。要拿出“歇不得”的韧性、“拖不得”的劲头、“松不得”的定性。',
    },
    { 'other.txt': '要稳就业、稳投资、稳外贸。要从书本中学习、从实践中学习。' },
  ),
  readFile: () => undefined,
});

const found = async (request: SeriesLookupRequest) => {
  const { documents, series } = await service.seriesLookup(request);
  return [
    documents,
    series.map(one => [one.members.map(({ text }) => text).join('|'), one.documents, one.provenance.title]),
  ];
};

describe('seriesLookup', () => {
  it('finds the series that contain a member, what most speeches have first, each with its latest source', async () => {
    assert.deepEqual(await found({ member: '稳就业' }), [
      3,
      [
        ['稳就业|稳金融|稳预期', 2, 'new'],
        ['稳就业|稳投资|稳外贸', 1, 'other'],
      ],
    ]);
    assert.deepEqual(await found({ member: '稳' }), [0, []]);
    assert.deepEqual(await found({ member: '' }), [0, []]);
  });

  it('takes a member with and without its quotation marks for the same', async () => {
    const [bare] = await found({ member: '歇不得的韧性' });
    const [quoted] = await found({ member: '“歇不得”的韧性' });
    assert.deepEqual([bare, quoted], [1, 1]);
  });

  it('finds the series of a frame, and of a shape', async () => {
    assert.deepEqual((await found({ frame: '从…中…' }))[0], 2);
    assert.deepEqual((await found({ family: 'shared-head', members: 3 }))[0], 3);
    assert.deepEqual((await found({ family: 'shared-head', members: 3, length: 3 }))[0], 3);
    assert.deepEqual((await found({ family: 'shared-head', members: 4 }))[0], 0);
  });

  it('holds to every condition', async () => {
    assert.deepEqual((await found({ member: '稳就业', family: 'frame' }))[0], 0);
    assert.deepEqual((await found({ member: '稳就业', family: 'shared-head', members: 3 }))[0], 3);
    assert.deepEqual((await found({ member: '稳就业', section: '查找不足' }))[0], 0);
    assert.equal((await service.seriesLookup({ member: '稳就业', limit: 1 })).series.length, 1);
  });

  it('says where the series stands in its document', async () => {
    const [series] = (await service.seriesLookup({ frame: '从…中…' })).series;
    const { provenance } = series!;
    assert.equal(provenance.end - provenance.start, series!.end - series!.start);
    assert.equal(provenance.start, series!.start);
  });

  it('wants a member, a frame or a shape', async () => {
    await assert.rejects(handleRequest(service, 'seriesLookup', { family: 'run3' }), { code: 'bad-request' });
    await assert.rejects(handleRequest(service, 'seriesLookup', { family: 'nonsense' }), { code: 'bad-request' });
    assert.deepEqual(Object.keys((await handleRequest(service, 'seriesLookup', { member: '稳就业' })) as object), [
      'documents',
      'series',
    ]);
  });
});
