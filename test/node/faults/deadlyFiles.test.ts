import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { IndexerSupervisor } from '../../../src/indexer/supervisor.ts';
import { quarantine } from '../../../src/indexer/upkeep.ts';
import { readManifest } from '../../../src/node/indexManifest.ts';
import { dist, temporaryDirectory, writeFiles } from '../support.ts';
import {
  allowed,
  type FaultCorpus,
  faultCorpus,
  speeches,
  supervisorOf,
  until,
  update,
  withIndex,
} from './faultSupport.ts';

/** A child in its place: behaves by file, so that every way of ending can be had. It says what the real one says. */
const FIXTURE = `
const fs = require('node:fs');
const path = require('node:path');
const log = process.argv[1] + '.log';
process.on('message', task => {
  if (task.type === 'update') fs.appendFileSync(log, 'start ' + process.execArgv + '\\n');
  const skipped = [];
  const kept = task.indexDirectory + '.json';
  const quarantine = new Map(fs.existsSync(kept) ? JSON.parse(fs.readFileSync(kept, 'utf8')) : []);
  if (task.type === 'quarantine') {
    quarantine.set(task.path, task.reason);
    fs.writeFileSync(kept, JSON.stringify([...quarantine]));
    process.send({ type: 'quarantined' }, () => process.disconnect());
    return;
  }
  const names = fs.readdirSync(task.paths[0]).sort();
  let at = 0;
  const next = () => {
    if (at === names.length) {
      process.send({ type: 'progress', progress: { phase: 'commit', done: 0, total: 0 } });
      process.send({ type: 'updated', report: { documents: names.length - skipped.length, characters: 0, segments: 1, skipped, changed: true, milliseconds: 1 } }, () => process.disconnect());
      return;
    }
    const file = path.join(task.paths[0], names[at++]);
    process.send({ type: 'progress', progress: { phase: 'import', done: at, total: names.length } });
    const reason = quarantine.get(file);
    if (reason !== undefined) { skipped.push({ path: file, reason }); next(); return; }
    process.send({ type: 'file', path: file });
    fs.appendFileSync(log, 'file ' + path.basename(file) + '\\n');
    switch (fs.readFileSync(file, 'utf8').split(' ')[0]) {
      case 'hang': for (;;);
      case 'abort': process.abort();
      case 'exit': process.exit(0);
      case 'bus': process.kill(process.pid, 'SIGBUS'); setInterval(() => {}, 1000); return;
      case 'throw': throw new Error('unexpected');
      case 'balloon': { const held = []; for (;;) held.push(new Array(3e7).fill(held)); }
      case 'large': for (let i = 0; i < 60000; i++) skipped.push({ path: file + i, reason: '暂不支持'.repeat(20) }); break;
      case 'linger': process.disconnect(); setTimeout(() => process.exit(0), 400); return;
    }
    setImmediate(next);
  };
  next();
});
process.once('disconnect', () => setTimeout(() => process.exit(), 100));
`;

interface Fixture {
  readonly supervisor: IndexerSupervisor;
  readonly corpus: string;
  /** What the children wrote down. */
  log(): string[];
}

function supervised(files: Readonly<Record<string, string>>, fileDeadlineMs = 600): Fixture {
  const directory = temporaryDirectory();
  const corpus = temporaryDirectory();
  writeFiles(directory, { 'child.cjs': FIXTURE });
  writeFiles(corpus, files);
  const indexerPath = join(directory, 'child.cjs');
  return {
    supervisor: new IndexerSupervisor({
      indexerPath,
      indexDirectory: join(directory, 'index'),
      assetDirectory: dist,
      fileDeadlineMs,
    }),
    corpus,
    log: () => (existsSync(`${indexerPath}.log`) ? readFileSync(`${indexerPath}.log`, 'utf8').trim().split('\n') : []),
  };
}

const starts = (log: readonly string[]): number => log.filter(line => line.startsWith('start')).length;

describe('K3: a file makes the child hang, balloon, abort or end', function () {
  this.timeout(allowed(30_000));

  for (const [fault, how] of [
    ['hang', '超时'],
    ['abort', '异常退出'],
    ['exit', '异常退出'],
    ['bus', '异常退出'],
    ['throw', '异常退出'],
  ] as const) {
    it(`${fault}: the file is left out with its reason, the others go on`, async () => {
      const { supervisor, corpus, log } = supervised({ 'a.txt': 'fine', 'b.txt': fault, 'c.txt': 'fine' });
      const started = performance.now();
      const report = await supervisor.index([corpus]);
      assert.equal(report.documents, 2);
      assert.deepEqual(report.skipped, [{ path: join(corpus, 'b.txt'), reason: `处理此文件时${how}，已跳过` }]);
      assert.equal(starts(log()), 2, 'one death, one new start');
      assert.ok(performance.now() - started < 4000, 'at once');
      await supervisor.index([corpus]);
      assert.equal(log().filter(line => line === 'file b.txt').length, 1, 'and is not tried again');
    });
  }

  it('balloon: the heap limit ends the child alone', async function () {
    this.timeout(60_000);
    const { supervisor, corpus, log } = supervised({ 'a.txt': 'fine', 'b.txt': 'balloon' }, 20_000);
    const report = await supervisor.index([corpus]);
    assert.match(log()[0]!, /--max-old-space-size=\d+/);
    assert.equal(report.documents, 1);
    assert.equal(report.skipped.length, 1);
  });

  it('three deaths within a minute: it pauses and says so, and what it has learnt by then is kept', async () => {
    const files = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`${i}.txt`, 'abort']));
    const { supervisor, corpus, log } = supervised({ ...files, 'z.txt': 'fine' });
    await assert.rejects(supervisor.index([corpus]), { name: 'IndexPausedError' });
    assert.equal(starts(log()), 3);
    const report = await supervisor.index([corpus]);
    assert.deepEqual([report.documents, report.skipped.length], [1, 5]);
    for (const name of Object.keys(files)) assert.equal(log().filter(line => line === `file ${name}`).length, 1, name);
  });

  it('a child that cannot start is an error, not an endless wait', async () => {
    const directory = temporaryDirectory();
    const supervisor = new IndexerSupervisor({
      indexerPath: join(directory, 'nowhere.cjs'),
      indexDirectory: join(directory, 'index'),
      assetDirectory: dist,
    });
    await assert.rejects(supervisor.index([directory]), /索引进程异常退出/);
  });

  it('stop during a hanging file stops, and does not start anew without it', async () => {
    const { supervisor, corpus, log } = supervised({ 'a.txt': 'hang', 'b.txt': 'fine' });
    const running = supervisor.index([corpus]);
    running.catch(() => undefined);
    await until(() => log().includes('file a.txt'), 5000, 'child reads');
    supervisor.cancel();
    await assert.rejects(running, { name: 'IndexCancelledError' });
    assert.equal(starts(log()), 1);
    assert.equal((await supervisor.index([corpus])).documents, 1, 'a later update runs again');
  });

  it('stop pressed twice while the child is leaving does not end the host', async () => {
    const { supervisor, corpus, log } = supervised({ 'a.txt': 'linger' });
    const running = supervisor.index([corpus]);
    const settled = running.then(
      () => undefined,
      () => undefined,
    );
    await until(() => log().includes('file a.txt'), 5000, 'child reads');
    for (let i = 0; i < 20; i++) {
      supervisor.cancel();
      supervisor.cancel();
      await wait(10);
    }
    await settled;
  });

  it('a report of many megabytes arrives whole, be the child gone or not', async () => {
    const { supervisor, corpus } = supervised({ 'a.txt': 'large' });
    for (let i = 0; i < 3; i++) assert.equal((await supervisor.index([corpus])).skipped.length, 60_000);
  });

  it('nothing is started once disposed', async () => {
    const { supervisor, corpus, log } = supervised({ 'a.txt': 'hang' });
    const first = supervisor.index([corpus]);
    const second = supervisor.index([corpus]);
    const both = Promise.allSettled([first, second]);
    await until(() => log().includes('file a.txt'), 5000, 'child reads');
    supervisor.dispose();
    const results = await both;
    assert.deepEqual(
      results.map(result => result.status),
      ['rejected', 'rejected'],
    );
    assert.equal(starts(log()), 1);
    await assert.rejects(supervisor.index([corpus]));
    assert.equal(starts(log()), 1);
  });

  it('the real child: killed from outside in a file, it is started again and finishes', async () => {
    const place = faultCorpus(speeches(120));
    const supervisor = supervisorOf(place);
    let isKilled = false;
    supervisor.onProgress(({ phase, done }) => {
      if (isKilled || phase !== 'import' || done === 0) return;
      isKilled = true;
      process.kill(Number.parseInt(readFileSync(join(place.indexDirectory, 'writer.lock'), 'utf8'), 10), 'SIGKILL');
    });
    const report = await supervisor.index([place.corpus]);
    assert.ok(isKilled);
    assert.deepEqual([report.documents, report.skipped], [120, []], 'the file at hand is not to blame');
  });
});

describe('K3: what has ended a child is left out until its bytes are others', () => {
  const reason = '处理此文件时超时，已跳过';

  async function quarantined(): Promise<FaultCorpus & { readonly deadly: string; read(): Promise<string[]> }> {
    const place = faultCorpus({ 'a.txt': '要真抓实干。', 'b.txt': '要久久为功。' });
    const deadly = join(place.corpus, 'b.txt');
    const hash = createHash('sha256').update(readFileSync(deadly)).digest('hex');
    const { indexDirectory } = place;
    await quarantine({ type: 'quarantine', indexDirectory, path: deadly, hash, reason, forgetOthers: false });
    const read = async (): Promise<string[]> => {
      const imported: string[] = [];
      const { documents, skipped } = await update(place, { onContent: content => imported.push(content) });
      assert.ok(!imported.includes(hash), 'never taken in again');
      assert.ok(skipped.every(file => file.reason === reason));
      assert.equal(documents + skipped.length, readdirSync(place.corpus).length);
      return skipped.map(({ path }) => path.slice(place.corpus.length + 1));
    };
    return { ...place, deadly, read };
  }

  it('also after a restart, when it is touched, renamed, copied, or gone for a while', async () => {
    const { corpus, deadly, read } = await quarantined();
    assert.deepEqual(await read(), ['b.txt']);
    assert.deepEqual(await read(), ['b.txt']);
    utimesSync(deadly, new Date(2001, 1), new Date(2001, 1));
    assert.deepEqual(await read(), ['b.txt']);
    copyFileSync(deadly, join(corpus, 'c.txt'));
    assert.deepEqual(await read(), ['b.txt', 'c.txt']);
    renameSync(deadly, join(corpus, 'd.txt'));
    assert.deepEqual(await read(), ['c.txt', 'd.txt']);
  });

  it('it comes back when its bytes are others, or when it is asked for', async () => {
    const changed = await quarantined();
    writeFileSync(changed.deadly, '要善作善成。');
    assert.equal((await update(changed)).documents, 2);
    const asked = await quarantined();
    const report = await update(asked, { retry: true });
    assert.deepEqual([report.documents, report.skipped], [2, []]);
  });

  it('a document from before goes, and a retry that dies again leaves out only what died', async () => {
    const place = faultCorpus({ 'a.txt': '要真抓实干。', 'b.txt': '要久久为功。', 'empty.txt': '' });
    await update(place);
    const { indexDirectory } = place;
    const path = join(place.corpus, 'b.txt');
    writeFileSync(path, '会出事的一版。');
    await quarantine({ type: 'quarantine', indexDirectory, path, hash: undefined, reason, forgetOthers: true });
    assert.deepEqual(
      readManifest(indexDirectory).refused.map(file => file.path),
      [path],
    );
    const report = await update(place);
    assert.deepEqual([report.documents, report.skipped.length], [1, 2]);
    withIndex(indexDirectory, index => assert.equal(index.counts.of(index.matches.of('久久为功')).occurrences, 0));
  });
});
