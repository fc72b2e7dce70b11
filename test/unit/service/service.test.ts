import assert from 'node:assert/strict';
import { handleRequest } from '../../../src/core/service/handleRequest.ts';
import { createSpeechService } from '../../../src/core/service/inProcessService.ts';
import { placeOf } from '../../../src/core/service/place.ts';
import { ServiceError } from '../../../src/core/service/serviceError.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

const raws: Readonly<Record<string, string>> = {
  'old.txt': '---\ntitle: 旧讲话\ndate: 2021-03-01\n---\n要把标尺立起来,把责任扛起来。要把标尺立起来。',
  'new.txt': '---\ntitle: 新讲话\ndate: 2024-03-01\n---\r\n今年要把标尺立起来，把责任扛起来。\r\n还要把标尺立起来。',
};
const sidecars = new Map<string, Uint8Array>();
const service = createSpeechService({
  index: inMemoryCorpus(raws),
  readFile: path => {
    const name = path.replace('/corpus/', '');
    const raw = raws[name];
    return raw === undefined ? sidecars.get(name) : new TextEncoder().encode(raw);
  },
});

describe('SpeechService', () => {
  it('looks up exactly, the latest document first and each document before any second line of one', async () => {
    const { documents, occurrences, hits } = await service.lookup({ phrase: '把标尺立起来' });
    assert.deepEqual([documents, occurrences], [2, 4]);
    assert.deepEqual(
      hits.map(hit => hit.title),
      ['新讲话', '旧讲话', '新讲话', '旧讲话'],
    );
    assert.equal((await service.lookup({ phrase: '把标尺立起来', limit: 1 })).hits.length, 1);
    assert.equal((await service.lookup({ phrase: '' })).occurrences, 0);
    assert.equal((await service.lookup({ phrase: '没有这句话' })).occurrences, 0);
  });

  it('has an end to what it can do while nobody asks, and says the same after it', async () => {
    const request = { text: '今年要把标尺立起来。\n还要把标尺' };
    const before = await service.complete(request);
    let pieces = 0;
    while (service.workAhead()) pieces++;
    while (service.warmUp()) pieces++;
    assert.ok(pieces < 100);
    assert.deepEqual([service.workAhead(), service.warmUp()], [false, false]);
    assert.deepEqual(await service.complete(request), before);
  });

  it('learns from what is accepted, for itself alone, and forgets when told', async () => {
    const ask = (params: Record<string, unknown>) => handleRequest(service, 'learn', params);
    assert.deepEqual(await ask({ accepted: ['把标尺立起来'], refused: ['把责任扛起来'] }), { suggestions: 2 });
    assert.deepEqual(await ask({}), { suggestions: 2 });
    assert.deepEqual(await ask({ forget: true }), { suggestions: 0 });
    await assert.rejects(ask({ accepted: '把标尺立起来' }), { code: 'bad-request' });
    await assert.rejects(ask({ refused: [1] }), { code: 'bad-request' });
  });

  it('knows no opening where two speeches do not agree on one', async () => {
    const text = '同志们：\n';
    assert.deepEqual(await handleRequest(service, 'openings', { text, offset: text.length }), { suggestions: [] });
    await assert.rejects(handleRequest(service, 'openings', { text }), { code: 'bad-request' });
  });

  it('leads to the exact place in the raw file', async () => {
    const { hits } = await service.lookup({ phrase: '起来，把责任扛' });
    for (const { documentId, start, end, path } of hits) {
      const place = await service.locate({ documentId, start, end });
      const lines = raws[path.replace('/corpus/', '')]!.split(/\r\n|\n/);
      assert.equal(place!.startLine, place!.endLine);
      const found = lines[place!.startLine]!.slice(place!.startColumn, place!.endColumn);
      assert.equal(found.replace(',', '，'), '起来，把责任扛');
    }
    assert.equal(await service.locate({ documentId: 'nobody', start: 0, end: 1 }), undefined);
    assert.equal(await service.locate({ documentId: hits[0]!.documentId, start: 0, end: 10_000 }), undefined);
  });

  it('says what the file beside a document is to hold, with what it says now, in GBK too', async () => {
    const { hits } = await service.lookup({ phrase: '还要把标尺立起来' });
    const { documentId, path } = hits[0]!;
    const ask = () => service.sidecarText({ documentId, head: '# 说明' });
    const known = "标题: '新讲话'\n日期: '2024-03-01'\n";
    assert.deepEqual(await ask(), { path: `${path}.jianggao.yaml`, text: `# 说明\n${known}` });
    sidecars.set('new.txt.jianggao.yaml', Buffer.from('2320b4e6b5b50a', 'hex')); // «# 存档» in GBK
    assert.equal((await ask())?.text, `# 存档\n${known}`);
    sidecars.set('new.txt.jianggao.yaml', Buffer.from('504b03040000', 'hex'));
    await assert.rejects(ask(), /不是纯文本/);
    assert.equal(await service.sidecarText({ documentId: 'nobody' }), undefined);
  });

  it('sorts a concordance by either context', async () => {
    const { occurrences, lines } = await service.concordance({ query: '把标尺立起来', sort: 'after' });
    assert.equal(occurrences, 4);
    const after = lines.map(line => line.after);
    assert.deepEqual(after, [...after].sort());
  });

  it('knows phrases that resemble one it does not know', async () => {
    const { phrases } = await service.similar({ phrase: '要把标尺树起来' });
    assert.ok(
      phrases.some(each => each.includes('把标尺立起来')),
      phrases.join(' '),
    );
  });
});

describe('handleRequest', () => {
  it('answers by name with the documented shapes', async () => {
    const result = (await handleRequest(service, 'complete', { text: '要把标尺', limit: 3 })) as {
      suggestions: unknown[];
    };
    assert.ok(result.suggestions.length > 0);
    assert.deepEqual(Object.keys(result), ['suggestions']);
    assert.deepEqual(await handleRequest(service, 'series', { text: '' }), { series: [] });
    assert.deepEqual(await handleRequest(service, 'outline', { text: '' }), { sections: [] });
    assert.equal(((await handleRequest(service, 'stats')) as { documents: number }).documents, 2);
  });

  it('says what is wrong with a request', async () => {
    const code = (method: string, params?: Record<string, unknown>): Promise<string> =>
      handleRequest(service, method, params).then(
        () => 'ok',
        (error: unknown) => (error instanceof ServiceError ? error.code : 'other'),
      );
    assert.equal(await code('complete', {}), 'bad-request');
    assert.equal(await code('complete', { text: '要', offset: -1 }), 'bad-request');
    assert.equal(await code('complete', { text: '要', mode: 'loud' }), 'bad-request');
    assert.equal(await code('locate', { documentId: 'x' }), 'bad-request');
    assert.equal(await code('toString'), 'unknown-method');
    assert.equal(await code('check', {}), 'bad-request');
  });
});

describe('placeOf', () => {
  it('counts lines as editors do', () => {
    const text = '甲\r\n乙\r丙\n丁';
    const line = (character: string): number => placeOf(text, { start: text.indexOf(character), end: 0 }).startLine;
    assert.deepEqual(['甲', '乙', '丙', '丁'].map(line), [0, 1, 2, 3]);
    assert.equal(placeOf(text, { start: 99, end: 99 }).startColumn, 1);
  });
});
