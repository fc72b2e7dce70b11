import assert from 'node:assert/strict';
import { rmSync, utimesSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { SpeechMetadata } from '../../src/core/document/speechMetadata.ts';
import { DocumentEdits } from '../../src/core/index/reading/documentEdits.ts';
import { updateIndex } from '../../src/indexer/updateIndex.ts';
import { openIndex } from '../../src/node/indexDirectory.ts';
import { testSegmenter } from '../unit/support/inMemoryCorpus.ts';
import { temporaryDirectory, writeFiles } from './support.ts';

const speech =
  '---\ntitle: 在采茶动员会上的讲话\nspeaker: 李文山\ndate: 2023-04-01\n---\n同志们：\n春茶一刻也等不得，手脚要快。\n';
const sidecar = (name: string): string => `${name}.jianggao.yaml`;

describe('what stands beside a document', () => {
  const indexDirectory = join(temporaryDirectory(), 'index');
  const corpus = temporaryDirectory();
  const update = async (paths = [corpus]) => {
    const { skipped, ...report } = await updateIndex({ indexDirectory, paths, loadSegmenter: () => testSegmenter });
    return { ...report, skipped: skipped.map(({ path, reason }) => [basename(path), reason]) };
  };
  const metadataOf = (name: string, edits?: DocumentEdits): SpeechMetadata => {
    const index = openIndex(indexDirectory, edits);
    try {
      const places = index.documents
        .places()
        .map(({ segment, document }) => index.segments[segment]!.documentHead(document));
      return places.find(({ path }) => path === join(corpus, name))!.metadata;
    } finally {
      index.close();
    }
  };

  it('wins over the header, is read again when it changes, and is forgotten when it goes', async () => {
    writeFiles(corpus, { '茶.txt': speech, [sidecar('茶.txt')]: "讲话人: '许长河'\n场合: ''\n" });
    const first = await update();
    assert.deepEqual([first.documents, first.skipped], [1, []]);
    const stated = metadataOf('茶.txt');
    assert.deepEqual([stated.speaker, stated.date, stated.occasion], ['许长河', '2023-04-01', undefined]);
    assert.equal((await update()).changed, false);

    writeFiles(corpus, { [sidecar('茶.txt')]: "讲话人: '许长江'\n场合: ''\n" });
    utimesSync(join(corpus, sidecar('茶.txt')), 1_000_000, 1_000_000); // as one copied from elsewhere
    assert.equal((await update()).changed, true);
    assert.equal(metadataOf('茶.txt').speaker, '许长江');

    rmSync(join(corpus, sidecar('茶.txt')));
    assert.equal((await update()).changed, true);
    assert.deepEqual([metadataOf('茶.txt').speaker, metadataOf('茶.txt').occasion], ['李文山', '动员会']);
    assert.equal((await update()).changed, false);
  });

  it('yields to what the user says in the editor', async () => {
    writeFiles(corpus, { [sidecar('茶.txt')]: "讲话人: '许长河'\n日期: '2022'\n" });
    await update();
    const index = openIndex(indexDirectory);
    const [place] = index.documents.places();
    const { id, file } = index.segments[place!.segment]!.documentHead(place!.document);
    index.close();
    const edits = new DocumentEdits([
      { documentId: id, hash: file.hash, fields: { speaker: '周怀远' }, isExcluded: false },
    ]);
    assert.deepEqual([metadataOf('茶.txt', edits).speaker, metadataOf('茶.txt', edits).date], ['周怀远', '2022']);
  });

  it('is reported where it cannot be read, with its line, and the document is taken in', async () => {
    writeFiles(corpus, { [sidecar('茶.txt')]: '讲话人: 许长河\n日期: 去年\n', [sidecar('渠.txt')]: '讲话人: 甲\n' });
    const { documents, skipped } = await update();
    assert.equal(documents, 1);
    assert.deepEqual(skipped.sort(), [
      [sidecar('渠.txt'), '旁边没有它说明的文稿'],
      [sidecar('茶.txt'), '第 2 行：“去年”不能作为日期（文稿照常收录）'],
    ]);
    assert.deepEqual([metadataOf('茶.txt').speaker, metadataOf('茶.txt').date], ['许长河', '2023-04-01']);
    assert.deepEqual((await update()).skipped.length, 2, 'said again though nothing has changed');
  });

  it('keeps a document out that it calls secret, and is found beside a single file', async () => {
    rmSync(join(corpus, sidecar('渠.txt')));
    writeFiles(corpus, { [sidecar('茶.txt')]: '密级: 秘密\n' });
    const out = [0, [['茶.txt', '标有密级“秘密”，不收录']]];
    const alone = await update([join(corpus, '茶.txt')]);
    assert.deepEqual([alone.documents, alone.skipped], out);
    writeFiles(corpus, { [sidecar('茶.txt')]: Buffer.from('c3dcbcb63a20c3d8c3dc0a', 'hex') });
    const inGbk = await update([join(corpus, '茶.txt')]);
    assert.deepEqual([inGbk.documents, inGbk.skipped], out);
    rmSync(join(corpus, sidecar('茶.txt')));
    assert.equal((await update()).documents, 1);
  });
});
