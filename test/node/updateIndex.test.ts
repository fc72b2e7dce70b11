import assert from 'node:assert/strict';
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
import { join } from 'node:path';
import { updateIndex } from '../../src/indexer/updateIndex.ts';
import { clearIndex, openIndex, readManifest } from '../../src/node/indexDirectory.ts';
import { IndexBusyError } from '../../src/node/writerLease.ts';
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
        const places = index.occurrences(index.match(phrase));
        return [...new Set(places.map(place => index.documentOf(place).path.slice(corpus.length + 1)))].sort();
      } finally {
        index.close();
      }
    },
  };
}

describe('updateIndex', () => {
  it('indexes folders recursively and reports what it left out, with the reason', () => {
    const { corpus, update, find } = fixture({
      'a.txt': '要真抓实干。',
      'sub/b.md': '真抓实干，久久为功。',
      'sub/photo.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
      'empty.txt': '',
      '.hidden/c.txt': '真抓实干。',
    });
    symlinkSync(join(corpus, 'a.txt'), join(corpus, 'link.txt'));
    const report = update();
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

  it('makes no commit when nothing has changed', () => {
    const { update, indexDirectory } = fixture({ 'a.txt': '要真抓实干。', 'empty.txt': '' });
    update();
    const before = readManifest(indexDirectory);
    const again = update();
    assert.equal(again.changed, false);
    assert.equal(again.skipped.length, 1, 'a file left out before is still reported');
    assert.deepEqual(readManifest(indexDirectory), before);
  });

  it('follows changed, new, deleted and touched files', () => {
    const { corpus, update, find } = fixture({ 'a.txt': '甲篇要真抓实干。', 'b.txt': '乙篇要真抓实干。' });
    update();
    writeFiles(corpus, { 'a.txt': '甲篇要久久为功。', 'c.txt': '丙篇要真抓实干。' });
    update();
    assert.deepEqual(find('真抓实干'), ['b.txt', 'c.txt']);
    assert.deepEqual(find('久久为功'), ['a.txt']);
    rmSync(join(corpus, 'b.txt'));
    utimesSync(join(corpus, 'c.txt'), new Date(2099, 0), new Date(2099, 0));
    update();
    assert.deepEqual(find('真抓实干'), ['c.txt']);
    rmSync(join(corpus, 'a.txt'));
    rmSync(join(corpus, 'c.txt'));
    assert.equal(update().documents, 0);
    assert.deepEqual(find('真抓实干'), []);
  });

  it('keeps the identity of a renamed document', () => {
    const { corpus, update, indexDirectory } = fixture({ 'a.txt': '要真抓实干。' });
    const id = (): string => {
      const index = openIndex(indexDirectory);
      const found = index.documentOf(index.occurrences(index.match('真抓实干'))[0]!).id;
      index.close();
      return found;
    };
    update();
    const before = id();
    renameSync(join(corpus, 'a.txt'), join(corpus, 'renamed.txt'));
    update();
    assert.equal(id(), before);
    writeFiles(corpus, { 'a.txt': '另一篇，要久久为功。' });
    update();
    assert.equal(id(), before);
    assert.equal(new Set([...documentIds(indexDirectory)]).size, 2);
  });

  it('stays exact through many small updates and their merges', () => {
    const { corpus, update, find, indexDirectory } = fixture({});
    mkdirSync(corpus, { recursive: true });
    for (let i = 0; i < 12; i++) {
      writeFiles(corpus, { [`${String(i).padStart(2, '0')}.txt`]: `第${i}篇讲话，要真抓实干。` });
      if (i % 5 === 4) rmSync(join(corpus, `${String(i - 2).padStart(2, '0')}.txt`));
      update();
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

  it('rebuilds what is damaged from the files of the corpus', () => {
    const { update, find, indexDirectory } = fixture({ 'a.txt': '要真抓实干。' });
    update();
    const file = readManifest(indexDirectory).segments[0]!.file;
    writeFileSync(join(indexDirectory, file), 'not a segment');
    assert.equal(update().changed, true);
    assert.deepEqual(find('真抓实干'), ['a.txt']);
    const manifest = readFileSync(join(indexDirectory, 'manifest.json'), 'utf8');
    writeFileSync(join(indexDirectory, 'manifest.json'), manifest.replace('"generation"', '"genemation"'));
    update();
    assert.deepEqual(find('真抓实干'), ['a.txt']);
  });

  it('refuses to write while another process does, and takes over from a dead one', () => {
    const { update, indexDirectory } = fixture({ 'a.txt': '要真抓实干。' });
    mkdirSync(indexDirectory, { recursive: true });
    writeFileSync(join(indexDirectory, 'writer.lock'), String(process.ppid));
    assert.throws(update, IndexBusyError);
    writeFileSync(join(indexDirectory, 'writer.lock'), '999999999');
    assert.equal(update().documents, 1);
  });

  it('removes the index and nothing else on clear', () => {
    const { update, indexDirectory } = fixture({ 'a.txt': '要真抓实干。' });
    update();
    writeFileSync(join(indexDirectory, 'note.txt'), 'not ours');
    clearIndex(indexDirectory);
    assert.deepEqual(readdirSync(indexDirectory), ['note.txt']);
  });

  it('never writes to the corpus', () => {
    const { corpus, update } = fixture({ 'a.txt': '要真抓实干,久久为功.' });
    const before = readFileSync(join(corpus, 'a.txt'));
    update();
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
