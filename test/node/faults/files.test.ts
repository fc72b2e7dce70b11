import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs, {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { IndexerSupervisor } from '../../../src/indexer/supervisor.ts';
import { listCorpusFiles } from '../../../src/node/corpusFiles.ts';
import { dist, temporaryDirectory, writeFiles } from '../support.ts';
import {
  allowed,
  assertExact,
  type FaultCorpus,
  faultCorpus,
  forkChild,
  lastWord,
  placesOf,
  randomFrom,
  seed,
  soak,
  speech,
  speeches,
  textsOf,
  update,
  updateTask,
  withIndex,
} from './faultSupport.ts';

function supervisorOf({ indexDirectory }: FaultCorpus): IndexerSupervisor {
  return new IndexerSupervisor({ indexerPath: join(dist, 'indexer.cjs'), indexDirectory, assetDirectory: dist });
}

describe('T2: clocks that are wrong', () => {
  for (const year of [1970, 1969, 2099]) {
    it(`files of ${year} are indexed, followed and not read again`, async () => {
      const place = faultCorpus({ 'a.txt': '要真抓实干。', 'b.txt': '要久久为功。' });
      const stamp = (name: string): void => utimesSync(join(place.corpus, name), new Date(year, 5), new Date(year, 5));
      stamp('a.txt');
      stamp('b.txt');
      await update(place);
      const read: string[] = [];
      assert.equal((await update(place, { onFile: path => read.push(path) })).changed, false);
      assert.deepEqual(read, []);
      writeFiles(place.corpus, { 'a.txt': '现在是另一些字。' });
      stamp('a.txt');
      await update(place);
      assertExact(place.indexDirectory, textsOf(place.corpus), `${year}`, randomFrom(seed));
    });
  }

  it('a clock set back between updates does not hide a change', async () => {
    const place = faultCorpus({ 'a.txt': '要真抓实干。' });
    await update(place);
    writeFiles(place.corpus, { 'a.txt': '要久久为功。' });
    const dayBefore = new Date(Date.now() - 86_400_000);
    utimesSync(join(place.corpus, 'a.txt'), dayBefore, dayBefore);
    await update(place);
    assertExact(place.indexDirectory, textsOf(place.corpus), 'set back', randomFrom(seed));
  });

  it('two files of one size and one time that change places are told apart', async () => {
    const place = faultCorpus({ 'a.txt': '要真抓实干。', 'b.txt': '要久久为功。' });
    const at = (name: string): string => join(place.corpus, name);
    const moment = new Date(2020, 5);
    for (const name of ['a.txt', 'b.txt']) utimesSync(at(name), moment, moment);
    await update(place);
    renameSync(at('a.txt'), at('c'));
    renameSync(at('b.txt'), at('a.txt'));
    renameSync(at('c'), at('b.txt'));
    assert.equal((await update(place)).changed, true);
    assertExact(place.indexDirectory, textsOf(place.corpus), 'swapped', randomFrom(seed));
  });

  it('a file that was touched and has not changed is read once more, and never again', async () => {
    const place = faultCorpus(speeches(6, seed, 6));
    await update(place);
    const read: string[] = [];
    const readAgain = async (): Promise<string[]> => {
      read.length = 0;
      await update(place, { onFile: path => read.push(path) });
      return [...read];
    };
    const touched = join(place.corpus, '0002.txt');
    utimesSync(touched, new Date(2099, 0), new Date(2099, 0));
    assert.deepEqual(await readAgain(), [touched]);
    assert.deepEqual(await readAgain(), []);
    for (let i = 0; i < 5; i++) {
      writeFiles(place.corpus, { [`new-${i}.txt`]: speech(randomFrom(seed + i), `新${i}`, 6) }); // until segments are merged
      assert.equal((await readAgain()).length, 1);
    }
    assertExact(place.indexDirectory, textsOf(place.corpus), 'touched', randomFrom(seed));
  });
});

describe('F1: files that change under the reader', function () {
  this.timeout(60_000 * soak);

  it('200 times deleted, renamed, replaced, cut, grown while an update runs: no crash, and at rest it equals the disk', async () => {
    const random = randomFrom(seed);
    const place = faultCorpus(speeches(12, seed, 12));
    const file = (): string => join(place.corpus, `${String(random.below(14)).padStart(4, '0')}.txt`);
    let operations = 0;
    const disturb = (): void => {
      const path = file();
      operations++;
      try {
        switch (random.below(6)) {
          case 0:
            rmSync(path, { force: true });
            break;
          case 1:
            renameSync(path, file());
            break;
          case 2:
            writeFileSync(path, speech(random, `换${operations}`, 12));
            break;
          case 3:
            truncateSync(path, random.below(statSync(path).size));
            break;
          case 4:
            appendFileSync(path, `又一句${operations}，要真抓实干。`);
            break;
          case 5:
            rmSync(path, { force: true });
            mkdirSync(path);
            break;
        }
      } catch {
        if (random.below(2) === 0) rmSync(path, { force: true, recursive: true });
      }
    };
    for (let round = 0; operations < 200 * soak; round++) {
      // The walk is over when the first file is read, so these come between walk and read.
      await update(place, { onFile: disturb });
      disturb();
      if (round % 4 !== 0) continue;
      for (const name of fs.readdirSync(place.corpus)) {
        if (statSync(join(place.corpus, name)).isDirectory()) rmSync(join(place.corpus, name), { recursive: true });
      }
      const report = await update(place);
      const texts = new Map([...textsOf(place.corpus)].filter(([path]) => !report.skipped.some(s => s.path === path)));
      for (const { reason, path } of report.skipped) assert.match(reason, /没有文字|乱码|二进制/, path);
      assertExact(place.indexDirectory, texts, `seed ${seed}, round ${round}`, random, 12);
    }
  });

  it('a file that is gone between walk and read is reported, the others go on', async () => {
    const place = faultCorpus(speeches(3, seed, 12));
    const gone = join(place.corpus, '0001.txt');
    const report = await update(place, { onFile: () => rmSync(gone, { force: true }) });
    assert.equal(report.documents, 2);
    assert.deepEqual(report.skipped, [{ path: gone, reason: '文件不存在' }]);
  });

  it('the raw place of a hit in a file that was cut since leads nowhere or into the file, and throws nothing', async () => {
    const place = faultCorpus({ 'a.txt': `${'要真抓实干。\n'.repeat(50)}久久为功。` });
    await update(place);
    const { openService } = await import('../../../src/node/openService.ts');
    const open = openService(place.indexDirectory);
    try {
      const [hit] = (await open.service.lookup({ phrase: '久久为功' })).hits;
      for (const size of [100, 7, 1, 0]) {
        truncateSync(join(place.corpus, 'a.txt'), size);
        const found = await open.service.locate(hit!);
        const lines = readFileSync(join(place.corpus, 'a.txt'), 'utf8').split('\n').length;
        if (found) assert.ok(found.startLine < lines && found.endLine < lines, `${size}: ${JSON.stringify(found)}`);
      }
      rmSync(join(place.corpus, 'a.txt'));
      assert.equal(await open.service.locate(hit!), undefined);
    } finally {
      open.close();
    }
  });
});

describe('F2: many small files', function () {
  this.timeout(120_000);
  const count = 20_000 * (soak > 1 ? 5 : 1);
  let place: FaultCorpus;

  before(() => {
    place = faultCorpus({});
    for (let i = 0; i < count; i++) {
      const folder = join(place.corpus, String(i % 100));
      if (i < 100) mkdirSync(folder);
      writeFileSync(join(folder, `${i}.txt`), `第${i}件事，要真抓实干。`);
    }
  });

  it(`the walk over ${count} takes a second in a hundred thousand`, async () => {
    const started = performance.now();
    assert.equal((await listCorpusFiles([place.corpus])).files.length, count);
    const took = performance.now() - started;
    assert.ok(took < allowed((200 * count) / 20_000), `${took.toFixed()} ms`);
  });

  it('stop while files are read is heard within 200 ms', async () => {
    const supervisor = supervisorOf(place);
    let stoppedAt = 0;
    let committingAt = 0;
    supervisor.onProgress(({ phase, done }) => {
      if (stoppedAt === 0 && phase === 'import' && done > 300) {
        stoppedAt = performance.now();
        supervisor.cancel();
      } else if (stoppedAt > 0 && phase === 'build') committingAt ||= performance.now();
    });
    await assert.rejects(supervisor.index([place.corpus]), { name: 'IndexCancelledError' });
    const took = committingAt - stoppedAt; // then comes the commit of what is finished
    assert.ok(took > 0 && took < allowed(200), `${took.toFixed()} ms`);
  });

  it('stop during the walk is heard at its next pause, and pauses are short', async () => {
    const pauses: number[] = [];
    const stop = new Error('stopped');
    let last = performance.now();
    await listCorpusFiles([place.corpus], () => {
      pauses.push(performance.now() - last);
      last = performance.now();
    });
    const longest = Math.max(performance.now() - last, ...pauses);
    assert.ok(longest < allowed(200), `${longest.toFixed()} ms without a pause`);
    const stopping = listCorpusFiles(
      Array<string>(100)
        .fill(`${place.corpus}/`)
        .map((root, i) => root + i),
      () => {
        throw stop;
      },
    );
    await assert.rejects(stopping, stop);
    await assert.rejects(update(place, { isCancelled: () => true }), { name: 'IndexCancelledError' });
  });

  it('a report of 20,000 files left out, some megabytes, arrives whole from the real child', async () => {
    const crowded = faultCorpus({ 'a.txt': '要真抓实干。' });
    for (let i = 0; i < 20_000; i++) writeFileSync(join(crowded.corpus, `${'照片'.repeat(30)}${i}.jpeg`), '');
    const report = await supervisorOf(crowded).index([crowded.corpus]);
    assert.deepEqual([report.documents, report.skipped.length], [1, 20_000]);
  });
});

describe('F3 and F4: very large files and very long lines', function () {
  this.timeout(60_000);

  it('1 GB and 5 GB of .txt are refused by size before they are read', async () => {
    const place = faultCorpus({ 'a.txt': '要真抓实干。', 'big.txt': '', 'huge.docx': '', 'huge.md': '' });
    for (const [name, gigabytes] of [
      ['big.txt', 1],
      ['huge.docx', 5],
      ['huge.md', 5],
    ] as const) {
      truncateSync(join(place.corpus, name), gigabytes * 1024 ** 3);
    }
    const read: string[] = [];
    const started = performance.now();
    const report = await update(place, { onFile: path => read.push(path) });
    assert.ok(performance.now() - started < 2000);
    assert.deepEqual(read, [join(place.corpus, 'a.txt')]);
    assert.equal(report.skipped.length, 3);
    for (const { reason } of report.skipped) assert.match(reason, /文件过大（\d+ MB）/);
  });

  for (const [what, content, probe] of [
    ['one line of 1,000,000 characters', `${'要真抓实干，'.repeat(166_667)}末尾在此。`, '末尾在此'],
    ['1,000,000 empty lines', `开头在此。${'\n'.repeat(1_000_000)}末尾在此。`, '末尾在此'],
    ['1,000,000 characters without any mark', `${'真'.repeat(1_000_000)}末尾在此`, '末尾在此'],
    ['1,000,000 lines of CRLF and blanks', `开头。${' \u3000\r\n'.repeat(1_000_000)}末尾在此。`, '末尾在此'],
  ] as const) {
    it(`${what}: indexed within 5 s`, async () => {
      const place = faultCorpus({ 'a.txt': content, 'b.txt': '要久久为功。' });
      const started = performance.now();
      const word = await lastWord(forkChild(updateTask(place)));
      const took = performance.now() - started;
      assert.ok(word?.type === 'updated' && word.report.documents === 2, JSON.stringify(word));
      assert.ok(took < allowed(5000), `${took.toFixed()} ms`);
      withIndex(place.indexDirectory, index => assert.equal(placesOf(index, probe).length, 1));
    });
  }
});

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
    const { createServer } = await import('node:net');
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
      withIndex(place.indexDirectory, index => assert.equal(index.match('圈外').size, 0));
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
      const [hit] = index.occurrences(index.match('久久为功'));
      assert.equal(index.documentOf(hit!).path, join(link, 'sub/b.txt'));
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
        const [hit] = index.occurrences(index.match(`第${i}篇，`));
        assert.equal(index.documentOf(hit!).path, join(place.corpus, name));
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
    assert.equal(skipped.length, 1);
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
