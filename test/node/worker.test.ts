import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { updateIndex } from '../../src/indexer/updateIndex.ts';
import { WorkerClient } from '../../src/worker/client.ts';
import { testSegmenter } from '../unit/support/inMemoryCorpus.ts';
import { dist, temporaryDirectory, writeFiles } from './support.ts';

describe('WorkerClient', () => {
  let client: WorkerClient | undefined;
  let errors: Error[];
  const start = (indexDirectory: string, cardFolder?: string): WorkerClient => {
    errors = [];
    client = new WorkerClient({
      workerPath: join(dist, 'worker.cjs'),
      indexDirectory,
      ...(cardFolder !== undefined && { cardFolder }),
      onError: error => errors.push(error),
    });
    return client;
  };
  const index = (indexDirectory: string, corpus: string): Promise<unknown> =>
    updateIndex({ indexDirectory, paths: [corpus], loadSegmenter: () => testSegmenter });
  afterEach(() => client?.dispose());

  it('answers from the index of its directory, and from the new one after reload', async () => {
    const corpus = temporaryDirectory();
    const indexDirectory = join(temporaryDirectory(), 'index');
    const service = start(indexDirectory);
    assert.equal((await service.lookup({ phrase: '真抓实干' })).occurrences, 0, 'no index yet is an empty index');
    writeFiles(corpus, { 'a.txt': '要真抓实干,久久为功。' });
    await index(indexDirectory, corpus);
    await service.reload();
    const { hits } = await service.lookup({ phrase: '真抓实干，久久' });
    assert.equal(hits.length, 1);
    const place = await service.locate(hits[0]!);
    assert.deepEqual([place!.startLine, place!.startColumn, place!.endColumn], [0, 1, 8]);
    assert.equal((await service.complete({ text: '真抓', mode: 'eager' })).suggestions[0]!.insertText, '真抓实干');
    assert.equal((await service.stats()).documents, 1);
    writeFiles(corpus, { 'a.txt': '要善作善成。' });
    await index(indexDirectory, corpus);
    assert.equal((await service.lookup({ phrase: '真抓实干' })).occurrences, 1, 'a reader keeps its commit');
    await service.reload();
    assert.equal((await service.lookup({ phrase: '真抓实干' })).occurrences, 0);
  });

  it('keeps cards in the folder it is given, and offers and finds them, also after reload', async () => {
    const corpus = temporaryDirectory();
    const indexDirectory = join(temporaryDirectory(), 'index');
    const cardFolder = join(temporaryDirectory(), '素材');
    writeFiles(corpus, { 'a.txt': '在某会上的讲话\n要真抓实干,久久为功。' });
    await index(indexDirectory, corpus);
    const service = start(indexDirectory, cardFolder);
    const { card } = await service.addCard({ text: '石头再硬也有缝。', tags: ['路'] });
    assert.deepEqual(await service.cards(), { cards: [card] });
    await service.reload();
    const { suggestions } = await service.complete({ text: '石头再', mode: 'eager' });
    assert.deepEqual([suggestions[0]?.kind, suggestions[0]?.insertText], ['card', '石头再硬也有缝。']);
    const { found } = await service.find({ query: '石头' });
    assert.deepEqual(
      found.map(({ kind }) => kind),
      ['card'],
    );
    const place = await service.locate({ documentId: card.id, start: 0, end: 2 });
    assert.equal(place?.path, card.path);
    await assert.rejects(service.addCard({ text: ' ', tags: [] }), { code: 'bad-request' });
  });

  it('passes on what is wrong with a request', async () => {
    const service = start(join(temporaryDirectory(), 'index'));
    await assert.rejects(service.complete({ text: '要', offset: -1 }), { name: 'ServiceError', code: 'bad-request' });
    assert.deepEqual(errors, []);
  });

  it('reports a damaged index and answers again once it is rebuilt', async () => {
    const corpus = temporaryDirectory();
    const indexDirectory = join(temporaryDirectory(), 'index');
    writeFiles(corpus, { 'a.txt': '要真抓实干。' });
    await index(indexDirectory, corpus);
    const segment = join(indexDirectory, readdirSync(indexDirectory).find(name => name.endsWith('.bin'))!);
    const bytes = readFileSync(segment);
    bytes[100]! ^= 1;
    writeFileSync(segment, bytes);
    const service = start(indexDirectory);
    await assert.rejects(service.lookup({ phrase: '真抓实干' }), { code: 'index-damaged' });
    assert.equal(errors.length, 1);
    await index(indexDirectory, corpus);
    await service.reload();
    assert.equal((await service.lookup({ phrase: '真抓实干' })).occurrences, 1);
  });

  it('rejects what is pending and later calls once disposed', async () => {
    const service = start(join(temporaryDirectory(), 'index'));
    const pending = service.stats();
    service.dispose();
    await assert.rejects(pending);
    await assert.rejects(service.stats());
    assert.deepEqual(errors, []);
  });
});
