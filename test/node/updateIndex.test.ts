import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { IndexCancelledError } from '../../src/indexer/protocol.ts';
import { updateIndex } from '../../src/indexer/updateIndex.ts';
import { quarantine } from '../../src/indexer/upkeep.ts';
import { clearIndex, openIndex } from '../../src/node/indexDirectory.ts';
import { readManifest } from '../../src/node/indexManifest.ts';
import { identityOf } from '../../src/node/processIdentity.ts';
import { IndexBusyError, leaseContent } from '../../src/node/writerLease.ts';
import { testSegmenter } from '../unit/support/inMemoryCorpus.ts';
import { temporaryDirectory, writeFiles } from './support.ts';

interface Fixture {
  readonly corpus: string;
  readonly indexDirectory: string;
  update(): ReturnType<typeof updateIndex>;
  /** Paths, relative to the corpus, of the documents that have `phrase`. */
  find(phrase: string): string[];
}

function fixture(files: Readonly<Record<string, string | Uint8Array>>): Fixture {
  const corpus = temporaryDirectory();
  const indexDirectory = join(temporaryDirectory(), 'index');
  writeFiles(corpus, files);
  return {
    corpus,
    indexDirectory,
    update: () => updateIndex({ indexDirectory, paths: [corpus], loadSegmenter: () => testSegmenter }),
    find(phrase) {
      const index = openIndex(indexDirectory);
      try {
        const places = index.matches.occurrences(index.matches.of(phrase));
        return [...new Set(places.map(place => index.documents.headAt(place).path.slice(corpus.length + 1)))].sort();
      } finally {
        index.close();
      }
    },
  };
}

describe('updateIndex', () => {
  it('indexes folders recursively and reports what it left out, with the reason', async () => {
    const { corpus, update, find } = fixture({
      'a.txt': '要真抓实干。',
      'sub/b.md': '真抓实干，久久为功。',
      'sub/photo.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
      'empty.txt': '',
      '.hidden/c.txt': '真抓实干。',
    });
    symlinkSync(join(corpus, 'a.txt'), join(corpus, 'link.txt'));
    const report = await update();
    assert.equal(report.documents, 2);
    assert.equal(report.changed, true);
    assert.deepEqual(find('真抓实干'), ['a.txt', 'sub/b.md']);
    const reasons = Object.fromEntries(
      report.skipped.map(({ path, reason }) => [path.slice(corpus.length + 1), reason]),
    );
    assert.deepEqual(Object.keys(reasons).sort(), ['empty.txt', 'link.txt', 'sub/photo.png']);
    assert.match(reasons['link.txt']!, /链接/);
    assert.match(reasons['sub/photo.png']!, /\.png/);
    assert.match(reasons['empty.txt']!, /没有文字/);
  });

  it('makes no commit when nothing has changed', async () => {
    const { update, indexDirectory } = fixture({ 'a.txt': '要真抓实干。', 'empty.txt': '' });
    await update();
    const before = readManifest(indexDirectory);
    const again = await update();
    assert.equal(again.changed, false);
    assert.equal(again.skipped.length, 1, 'a file left out before is still reported');
    assert.deepEqual(readManifest(indexDirectory), before);
  });

  it('tries what it left out again when it has changed, or when told to', async () => {
    const { corpus, indexDirectory, update } = fixture({ 'a.txt': '', 'b.txt': '要真抓实干。' });
    const read: string[] = [];
    const options = {
      indexDirectory,
      paths: [corpus],
      loadSegmenter: () => testSegmenter,
      onFile: (path: string) => read.push(path),
    };
    await update();
    await updateIndex(options);
    assert.deepEqual(read, []);
    await updateIndex({ ...options, retry: true });
    assert.deepEqual(read, [join(corpus, 'a.txt')]);
    writeFiles(corpus, { 'a.txt': '要久久为功。' });
    assert.equal((await updateIndex(options)).documents, 2);
  });

  it('tries only the files that are named, and lets copies of their bytes in too', async () => {
    const { corpus, indexDirectory, update } = fixture({ 'a.txt': '', 'b.txt': '要真抓实干。', 'c.txt': '' });
    const deadly = ['d.txt', 'e.txt'].map(name => join(corpus, name));
    await update();
    const bytes = '要久久为功。';
    writeFiles(corpus, { 'd.txt': bytes, 'e.txt': bytes });
    const hash = createHash('sha256').update(bytes).digest('hex');
    for (const path of deadly) {
      await quarantine({ type: 'quarantine', indexDirectory, path, hash, reason: '超时', forgetOthers: false });
    }
    const refused = async (retry: readonly string[]): Promise<string[]> => {
      const options = { indexDirectory, paths: [corpus], loadSegmenter: () => testSegmenter, retry };
      const { skipped } = await updateIndex(options);
      return skipped.map(({ path }) => basename(path)).sort();
    };
    assert.deepEqual(await refused([join(corpus, 'a.txt')]), ['a.txt', 'c.txt', 'd.txt', 'e.txt']);
    assert.deepEqual(await refused([deadly[0]!]), ['a.txt', 'c.txt']);
  });

  it('reads no other file than the one named', async () => {
    const { corpus, indexDirectory, update } = fixture({ 'a.txt': '', 'b.txt': '' });
    const read: string[] = [];
    await update();
    await updateIndex({
      indexDirectory,
      paths: [corpus],
      loadSegmenter: () => testSegmenter,
      onFile: path => read.push(path),
      retry: [join(corpus, 'b.txt')],
    });
    assert.deepEqual(read, [join(corpus, 'b.txt')]);
  });

  it('follows changed, new, deleted and touched files', async () => {
    const { corpus, update, find } = fixture({ 'a.txt': '甲篇要真抓实干。', 'b.txt': '乙篇要真抓实干。' });
    await update();
    writeFiles(corpus, { 'a.txt': '甲篇要久久为功。', 'c.txt': '丙篇要真抓实干。' });
    await update();
    assert.deepEqual(find('真抓实干'), ['b.txt', 'c.txt']);
    assert.deepEqual(find('久久为功'), ['a.txt']);
    rmSync(join(corpus, 'b.txt'));
    utimesSync(join(corpus, 'c.txt'), new Date(2099, 0), new Date(2099, 0));
    await update();
    assert.deepEqual(find('真抓实干'), ['c.txt']);
    rmSync(join(corpus, 'a.txt'));
    rmSync(join(corpus, 'c.txt'));
    assert.equal((await update()).documents, 0);
    assert.deepEqual(find('真抓实干'), []);
  });

  it('keeps the identity of a renamed document', async () => {
    const { corpus, update, indexDirectory } = fixture({ 'a.txt': '要真抓实干。' });
    const id = (): string => {
      const index = openIndex(indexDirectory);
      const found = index.documents.headAt(index.matches.occurrences(index.matches.of('真抓实干'))[0]!).id;
      index.close();
      return found;
    };
    await update();
    const before = id();
    renameSync(join(corpus, 'a.txt'), join(corpus, 'renamed.txt'));
    await update();
    assert.equal(id(), before);
    writeFiles(corpus, { 'a.txt': '另一篇，要久久为功。' });
    await update();
    assert.equal(id(), before);
    assert.equal(new Set([...documentIds(indexDirectory)]).size, 2);
  });

  it('stays exact through many small updates and their merges', async () => {
    const { corpus, update, find, indexDirectory } = fixture({});
    mkdirSync(corpus, { recursive: true });
    for (let i = 0; i < 12; i++) {
      writeFiles(corpus, { [`${String(i).padStart(2, '0')}.txt`]: `第${i}篇讲话，要真抓实干。` });
      if (i % 5 === 4) rmSync(join(corpus, `${String(i - 2).padStart(2, '0')}.txt`));
      await update();
    }
    const names = readdirSync(corpus).sort();
    assert.deepEqual(find('要真抓实干'), names);
    const { segments } = readManifest(indexDirectory);
    assert.ok(segments.length <= 4, `${segments.length} segments`);
    const files = readdirSync(indexDirectory)
      .filter(name => name.endsWith('.bin'))
      .sort();
    assert.deepEqual(files, segments.map(segment => segment.file).sort(), 'no stray files');
  });

  it('rebuilds what is damaged from the files of the corpus', async () => {
    const { update, find, indexDirectory } = fixture({ 'a.txt': '要真抓实干。' });
    await update();
    const file = readManifest(indexDirectory).segments[0]!.file;
    writeFileSync(join(indexDirectory, file), 'not a segment');
    assert.equal((await update()).changed, true);
    assert.deepEqual(find('真抓实干'), ['a.txt']);
    const manifest = readFileSync(join(indexDirectory, 'manifest.json'), 'utf8');
    writeFileSync(join(indexDirectory, 'manifest.json'), manifest.replace('"generation"', '"genemation"'));
    await update();
    assert.deepEqual(find('真抓实干'), ['a.txt']);
  });

  it('refuses to write while another process does, and takes over from a dead one', async () => {
    const { update, indexDirectory } = fixture({ 'a.txt': '要真抓实干。' });
    mkdirSync(indexDirectory, { recursive: true });
    writeFileSync(join(indexDirectory, 'writer.lock'), leaseContent(identityOf(process.ppid)));
    await assert.rejects(update, IndexBusyError);
    writeFileSync(join(indexDirectory, 'writer.lock'), '999999999');
    assert.equal((await update()).documents, 1);
  });

  it('removes the index and nothing else on clear', async () => {
    const { update, indexDirectory } = fixture({ 'a.txt': '要真抓实干。' });
    await update();
    writeFileSync(join(indexDirectory, 'note.txt'), 'not ours');
    clearIndex(indexDirectory);
    assert.deepEqual(readdirSync(indexDirectory), ['note.txt']);
  });

  it('leaves out what .ignore files name, without a word, and what bears a degree of secrecy, with one', async () => {
    const { corpus, update, find } = fixture({
      '.ignore': 'drafts/\n*-旧.txt\n',
      'a.txt': '要真抓实干。',
      'a-旧.txt': '要真抓实干。',
      'drafts/b.txt': '要真抓实干。',
      'sub/.ignore': '/c.txt\n',
      'sub/c.txt': '要真抓实干。',
      'sub/d.txt': '要真抓实干。',
      'c.txt': '要真抓实干。',
      'secret.txt': '---\n密级: 机密\n---\n要真抓实干。',
    });
    const { skipped } = await update();
    assert.deepEqual(find('真抓实干'), ['a.txt', 'c.txt', 'sub/d.txt']);
    assert.deepEqual(
      skipped.map(({ path, reason }) => [path.slice(corpus.length + 1), reason]),
      [['secret.txt', '标有密级“机密”，不收录']],
    );
  });

  it('reads .ignore files in the encodings of Notepad, and lets one further in take something in again', async () => {
    const { corpus, update, find } = fixture({
      'a.txt': '要真抓实干。',
      '草稿/b.txt': '要真抓实干。',
      '旧稿.txt': '要真抓实干。',
      'sub/旧稿.txt': '要真抓实干。',
      'sub/.ignore': '!旧稿.txt\n',
    });
    const inGbk = Buffer.from('b2ddb8e52f0a2abec9b8e52e7478740a', 'hex');
    for (const rules of [inGbk, Buffer.from('\ufeff草稿/\n*旧稿.txt\n', 'utf16le')]) {
      writeFileSync(join(corpus, '.ignore'), rules);
      await update();
      assert.deepEqual(find('真抓实干'), ['a.txt', 'sub/旧稿.txt']);
    }
  });

  it('leaves out a text that no segment could hold, and takes in the others', async () => {
    const { corpus, update, find } = fixture({ 'a.txt': '要真抓实干。', 'b.txt': '要真抓实干。\n'.repeat(2_400_000) });
    const { skipped } = await update();
    assert.deepEqual(find('真抓实干'), ['a.txt']);
    assert.deepEqual(skipped, [{ path: join(corpus, 'b.txt'), reason: '文字过多（1680 万字）' }]);
  });

  it('keeps what is finished when it is stopped, and goes on from there', async () => {
    const files = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${i}.txt`, `第${i}篇，要真抓实干。`]));
    const { corpus, indexDirectory, update, find } = fixture(files);
    const read: string[] = [];
    const options = { indexDirectory, paths: [corpus], loadSegmenter: () => testSegmenter };
    const stopped = updateIndex({
      ...options,
      onFile: path => read.push(path),
      isCancelled: () => read.length === 4,
    });
    await assert.rejects(stopped, IndexCancelledError);
    assert.deepEqual(find('真抓实干'), ['0.txt', '1.txt', '2.txt', '3.txt']);
    const readAgain: string[] = [];
    await updateIndex({ ...options, onFile: path => readAgain.push(path) });
    assert.equal(readAgain.length, 5);
    assert.equal(find('真抓实干').length, 9);
    assert.equal((await update()).changed, false);
  });

  it('counts copies of one speech once and names what they are copies of', async () => {
    const speech = Array.from({ length: 40 }, (_, i) => `第${i}件事要抓紧抓细抓到位，第${i * 7}天见分晓。`).join('');
    const { corpus, update, indexDirectory } = fixture({
      'a.txt': speech,
      'copy.txt': `${speech}完。`,
      'other.txt': '另一篇讲话，第3件事要抓紧抓细抓到位，别的都不一样。',
    });
    await update();
    const index = openIndex(indexDirectory);
    const places = index.matches.occurrences(index.matches.of('第3件事要抓紧'));
    assert.equal(places.length, 3);
    assert.equal(new Set(places.map(place => index.documents.speechKey(place))).size, 2);
    const [original] = places
      .map(place => index.provenances.of(place, 7))
      .filter(each => each.path === join(corpus, 'copy.txt'));
    const copies = places.map(place => index.provenances.of(place, 7)).filter(each => each.variantOf !== undefined);
    assert.deepEqual(
      copies.map(copy => [copy.path, copy.variantOf]),
      [[join(corpus, 'a.txt'), original!.documentId]],
    );
    index.close();
  });

  it('rebuilds a part that is damaged where no one has looked yet', async () => {
    const { corpus, find, indexDirectory, update } = fixture({ 'a.txt': `${'要真抓实干。'.repeat(9000)}久久为功。` });
    await update();
    const path = join(indexDirectory, readManifest(indexDirectory).segments[0]!.file);
    const bytes = readFileSync(path);
    bytes[bytes.length >>> 1]! ^= 1;
    writeFileSync(path, bytes);
    const options = { indexDirectory, paths: [corpus], loadSegmenter: () => testSegmenter };
    assert.equal((await updateIndex({ ...options, verify: true })).changed, true);
    assert.deepEqual(find('久久为功'), ['a.txt']);
  });

  it('never writes to the corpus', async () => {
    const { corpus, update } = fixture({ 'a.txt': '要真抓实干,久久为功.' });
    const before = readFileSync(join(corpus, 'a.txt'));
    await update();
    assert.deepEqual(readFileSync(join(corpus, 'a.txt')), before);
    assert.deepEqual(readdirSync(corpus), ['a.txt']);
  });
});

function documentIds(indexDirectory: string): string[] {
  const index = openIndex(indexDirectory);
  const ids = index.segments.flatMap((segment, i) => {
    const deleted = new Set(readManifest(indexDirectory).segments[i]!.deleted);
    return Array.from({ length: segment.documents }, (_, document) => document)
      .filter(document => !deleted.has(document))
      .map(document => segment.document(document).id);
  });
  index.close();
  return ids;
}
