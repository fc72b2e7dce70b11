import assert from 'node:assert/strict';
import fs, {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { listCorpusFiles } from '../../../src/node/corpusFiles.ts';
import { openService } from '../../../src/node/openService.ts';
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
  supervisorOf,
  textsOf,
  update,
  updateTask,
  withIndex,
} from './faultSupport.ts';

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
      mkdirSync(join(place.corpus, 'a.txt.jianggao.yaml'));
      const { documentId } = hit!;
      await assert.rejects(open.service.sidecarText({ documentId }), { code: 'EISDIR' }, 'must not pass for a new one');
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
    assert.ok(performance.now() - started < allowed(2000));
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
