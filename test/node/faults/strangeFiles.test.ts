import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs, { renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { temporaryDirectory } from '../support.ts';
import { faultCorpus, supervisorOf, update, withIndex } from './faultSupport.ts';

describe('F5: what is no file, or leads elsewhere', function () {
  this.timeout(20_000);

  it('links, loops, devices, pipes, sockets and folders with a file’s name are passed by and named', async () => {
    const outside = faultCorpus({ 'secret.txt': '圈外之文。' });
    const place = faultCorpus({
      'a.txt': '要真抓实干。',
      'sub/b.txt': '要久久为功。',
      'folder.txt/c.txt': '要善作善成。',
    });
    const at = (name: string): string => join(place.corpus, name);
    symlinkSync(place.corpus, at('loop'));
    symlinkSync(at('sub'), at('sub/self'));
    symlinkSync('ring-b.txt', at('ring-a.txt'));
    symlinkSync('ring-a.txt', at('ring-b.txt'));
    symlinkSync(join(outside.corpus, 'secret.txt'), at('outside.txt'));
    symlinkSync(outside.corpus, at('outside'));
    symlinkSync('/dev/zero', at('zero.txt'));
    symlinkSync('nowhere', at('dangling.txt'));
    assert.equal(spawnSync('mkfifo', [at('pipe.txt')]).status, 0);
    const server = createServer();
    await new Promise<void>(resolve => server.listen(at('socket.txt'), resolve));
    try {
      const report = await supervisorOf(place).index([place.corpus]);
      assert.equal(report.documents, 3);
      const reasons = Object.fromEntries(
        report.skipped.map(({ path, reason }) => [path.slice(place.corpus.length + 1), reason]),
      );
      const link = '是链接，不跟随';
      assert.deepEqual(reasons, {
        loop: link,
        'sub/self': link,
        'ring-a.txt': link,
        'ring-b.txt': link,
        'outside.txt': link,
        outside: link,
        'zero.txt': link,
        'dangling.txt': link,
        'pipe.txt': '不是普通文件',
        'socket.txt': '不是普通文件',
      });
      withIndex(place.indexDirectory, index => assert.equal(index.matches.of('圈外').size, 0));
    } finally {
      server.close();
    }
  });
});

describe('F5: a folder of the corpus that is a link itself', () => {
  it('is followed, under its own name; a second name for it adds nothing', async () => {
    const place = faultCorpus({ 'a.txt': '要真抓实干。', 'sub/b.txt': '要久久为功。' });
    const links = temporaryDirectory();
    const link = join(links, '语料');
    symlinkSync(place.corpus, link);
    const report = await update(place, { paths: [link, place.corpus] });
    assert.deepEqual([report.documents, report.skipped], [2, []]);
    withIndex(place.indexDirectory, index => {
      const [hit] = index.matches.occurrences(index.matches.of('久久为功'));
      assert.equal(index.documents.headAt(hit!).path, join(link, 'sub/b.txt'));
    });
  });

  it('that leads in a circle or nowhere is reported', async () => {
    const place = faultCorpus({ 'a.txt': '要真抓实干。' });
    const links = temporaryDirectory();
    symlinkSync(join(links, 'ring'), join(links, 'ring'));
    symlinkSync(join(links, 'nowhere'), join(links, 'lost'));
    const roots = [join(links, 'ring'), join(links, 'lost'), place.corpus];
    const { documents, skipped } = await update(place, { paths: roots });
    assert.equal(documents, 1);
    assert.deepEqual(skipped.map(({ path }) => path).sort(), [join(links, 'lost'), join(links, 'ring')]);
  });
});

describe('F6: names of files', () => {
  it('of 255 bytes, with line breaks, right-to-left marks, shell and Markdown signs are kept to the letter', async () => {
    const names = [
      `${'长'.repeat(83)}ab.txt`, // 255 bytes
      'new\nline.txt',
      '\u202egnp.txt',
      '$(x).txt',
      '`x` $ {y} %PATH%.txt',
      '![a](https://example.com) <img src=x>.txt',
      'a..txt',
      '-rf.txt',
      'a"\'\\b.txt',
      'CON.txt',
      'aux.md',
      '\u007f\u0001.txt',
      ' leading and trailing .txt',
      'e\u0301.txt',
      'é.txt',
      '𠮷😀.txt',
    ];
    const place = faultCorpus(Object.fromEntries(names.map((name, i) => [name, `第${i}篇，要真抓实干。`])));
    assert.deepEqual((await update(place)).skipped, []);
    withIndex(place.indexDirectory, index => {
      for (const [i, name] of names.entries()) {
        const [hit] = index.matches.occurrences(index.matches.of(`第${i}篇，`));
        assert.equal(index.documents.headAt(hit!).path, join(place.corpus, name));
      }
    });
    assert.equal((await update(place)).changed, false);
  });

  it('that are no UTF-8 are reported, not passed over in silence', async () => {
    const place = faultCorpus({ 'a.txt': '要真抓实干。' });
    writeFileSync(
      Buffer.concat([Buffer.from(`${place.corpus}/`), Buffer.from([0xbd, 0xb2]), Buffer.from('.txt')]),
      '讲。',
    );
    const { documents, skipped } = await update(place);
    assert.equal(documents, 1);
    assert.deepEqual(
      skipped.map(({ reason }) => reason),
      ['文件名不是 UTF-8 编码，打不开'],
    );
  });
});

describe('F7: files that cannot be read', () => {
  /** Tests may run as root, whom no permission binds. */
  async function refusing<T>(path: string, code: string, work: () => Promise<T>): Promise<T> {
    const { readFileSync: read, readdirSync: list } = fs;
    const guard = (subject: unknown): void => {
      if (subject === path) throw Object.assign(new Error(`${code}: ${path}`), { code });
    };
    fs.readFileSync = ((...values: Parameters<typeof read>) => {
      guard(values[0]);
      return read(...values);
    }) as typeof read;
    fs.readdirSync = ((...values: [never, never]) => {
      guard(values[0]);
      return list(...values);
    }) as unknown as typeof list;
    syncBuiltinESMExports();
    try {
      return await work();
    } finally {
      fs.readFileSync = read;
      fs.readdirSync = list;
      syncBuiltinESMExports();
    }
  }

  for (const [code, reason] of [
    ['EACCES', '没有读取权限'],
    ['EBUSY', '文件被其他程序占用'],
    ['EMFILE', '无法读取'],
    ['EIO', '无法读取'],
  ] as const) {
    it(`${code}: the reason is in the report, the others go on, and the file comes back by itself`, async () => {
      const place = faultCorpus({ 'a.txt': '甲，要真抓实干。', 'b.txt': '乙，要真抓实干。' });
      const path = join(place.corpus, 'a.txt');
      const report = await refusing(path, code, () => update(place));
      assert.equal(report.documents, 1);
      assert.equal(report.skipped[0]!.path, path);
      assert.ok(report.skipped[0]!.reason.startsWith(reason));
      assert.equal((await update(place)).documents, 2, 'tried again though it has not changed');
    });
  }

  it('a folder without permission is reported once, the others go on', async () => {
    const place = faultCorpus({ 'a.txt': '要真抓实干。', 'locked/b.txt': '要久久为功。' });
    const locked = join(place.corpus, 'locked');
    const report = await refusing(locked, 'EACCES', () => update(place));
    assert.deepEqual([report.documents, report.skipped], [1, [{ path: locked, reason: '没有读取权限' }]]);
    assert.equal((await update(place)).documents, 2);
  });

  it('a network path that is gone is reported, and comes back', async () => {
    const place = faultCorpus({ 'a.txt': '要真抓实干。' });
    const share = faultCorpus({ 'b.txt': '要久久为功。' });
    const paths = [place.corpus, share.corpus];
    assert.equal((await update(place, { paths })).documents, 2);
    renameSync(share.corpus, `${share.corpus}-away`);
    const report = await update(place, { paths });
    assert.deepEqual([report.documents, report.skipped], [1, [{ path: share.corpus, reason: '文件不存在' }]]);
    renameSync(`${share.corpus}-away`, share.corpus);
    assert.equal((await update(place, { paths })).documents, 2);
  });
});
