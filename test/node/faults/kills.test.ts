import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ChildMessage } from '../../../src/indexer/protocol.ts';
import { IndexerSupervisor } from '../../../src/indexer/supervisor.ts';
import { quarantine } from '../../../src/indexer/upkeep.ts';
import { openIndex, readManifest } from '../../../src/node/indexDirectory.ts';
import { dist, temporaryDirectory, writeFiles } from '../support.ts';
import {
  allowed,
  assertExact,
  type FaultCorpus,
  faultCorpus,
  forkChild,
  isDead,
  lastWord,
  randomFrom,
  seed,
  segmentBytes,
  soak,
  speeches,
  textsOf,
  until,
  update,
  updateTask,
  withIndex,
} from './faultSupport.ts';

describe('K1: the indexing child is killed with SIGKILL', function () {
  this.timeout(allowed(60_000) * soak);

  it('any moment of a first index leaves a valid commit, and the next update gives the uninterrupted index', async () => {
    const whole = faultCorpus(speeches(200, seed, 6));
    const { corpus } = whole;
    const texts = textsOf(corpus);
    const started = performance.now();
    assert.equal((await lastWord(forkChild(updateTask(whole))))?.type, 'updated');
    const duration = performance.now() - started;
    const random = randomFrom(seed);
    assertExact(whole.indexDirectory, texts, 'uninterrupted', random);
    const expected = segmentBytes(whole.indexDirectory);
    let killed = 0;
    for (let trial = 0; trial < 10 * (soak > 1 ? 5 : 1); trial++) {
      const indexDirectory = join(temporaryDirectory(), 'index');
      const delay = duration * random.next();
      const what = `seed ${seed}, trial ${trial}, killed after ${delay.toFixed()} ms`;
      const child = forkChild(updateTask({ corpus, indexDirectory }));
      const ended = lastWord(child);
      await wait(delay);
      if (child.kill('SIGKILL')) killed++;
      await ended;
      // Nothing or everything: fewer characters than one commit holds.
      const index = openIndex(indexDirectory);
      assert.ok(index.documents === 0 || index.documents === texts.size, what);
      const isComplete = index.documents > 0;
      index.close();
      if (isComplete) assertExact(indexDirectory, texts, what, random);
      if (trial % 5 !== 0) continue; // each convergence costs a whole index
      const word = await lastWord(forkChild(updateTask({ corpus, indexDirectory })));
      assert.equal(word?.type, 'updated', what);
      assertExact(indexDirectory, texts, what, random);
      assert.equal(segmentBytes(indexDirectory), expected, `${what}: same bytes`);
      assert.deepEqual(strayFiles(indexDirectory), [], what);
    }
    assert.ok(killed > 0);
  });

  it('in a long first index: what is committed is not read again, and the index is the same in the end', async function () {
    if (soak === 1) return this.skip(); // commits come every thirteen million characters
    this.timeout(allowed(300_000));
    const line = '要真抓实干，一件接着一件办，一年接着一年干。\n';
    const count = 20;
    const filling = 13; // so many fill a segment; fewer are a checkpoint, which stays as it is when its update dies
    const texts = Array.from({ length: count }, (_, i) => [`${10 + i}.txt`, `第${i}篇。\n${line.repeat(45_000)}`]);
    const whole = faultCorpus(Object.fromEntries(texts));
    await lastWord(forkChild(updateTask(whole)));
    const cut = { corpus: whole.corpus, indexDirectory: join(temporaryDirectory(), 'index') };
    const first = forkChild(updateTask(cut));
    const ended = lastWord(first);
    const documents = (): number => withIndex(cut.indexDirectory, index => index.documents);
    await until(() => documents() >= filling, allowed(120_000), 'the first child commits');
    first.kill('SIGKILL');
    await ended;
    const committed = documents();
    assert.ok(committed < count, `${committed} committed`);
    const second = forkChild(updateTask(cut));
    const secondRead: string[] = [];
    second.on('message', message => {
      const said = message as ChildMessage;
      if (said.type === 'file') secondRead.push(said.path);
    });
    await lastWord(second);
    assert.equal(secondRead.length, count - committed);
    assert.ok(segmentBytes(cut.indexDirectory) === segmentBytes(whole.indexDirectory), 'the same bytes');
  });

  it('during updates of an index leaves the old answers or the new ones, never a mixture', async () => {
    const random = randomFrom(seed + 1);
    const place = faultCorpus(speeches(60, seed, 12));
    const { corpus, indexDirectory } = place;
    await lastWord(forkChild(updateTask(place)));
    let before = textsOf(corpus);
    for (let trial = 0; trial < 5 * soak; trial++) {
      const what = `seed ${seed + 1}, trial ${trial}`;
      const fresh = speeches(8, seed + 100 + trial, 12);
      const names = readdirSync(corpus).sort();
      rmSync(join(corpus, random.pick(names)));
      writeFiles(corpus, Object.fromEntries(Object.entries(fresh).map(([name, text]) => [`${trial}-${name}`, text])));
      writeFiles(corpus, { '0003.txt': fresh['0000.txt']! });
      const after = textsOf(corpus);
      const generation = readManifest(indexDirectory).generation;
      const child = forkChild(updateTask(place));
      const ended = lastWord(child);
      await wait(60 + 400 * random.next());
      child.kill('SIGKILL');
      await ended;
      const isNew = readManifest(indexDirectory).generation > generation;
      assertExact(indexDirectory, isNew ? after : before, what, random, 15);
      if (isNew) before = after;
    }
    assert.equal(
      (await lastWord(forkChild(updateTask(place))))?.type,
      'updated',
      'the lease of a killed child is taken over',
    );
    assertExact(indexDirectory, textsOf(corpus), 'at the end', random);
    assert.deepEqual(strayFiles(indexDirectory), []);
  });

  it('K5: ends within 2 s when its host is killed', async () => {
    const place = faultCorpus(speeches(400));
    const directory = temporaryDirectory();
    const pidFile = join(directory, 'pid');
    writeFiles(directory, {
      'host.cjs': `const child = require('node:child_process').fork(${JSON.stringify(join(dist, 'indexer.cjs'))}, [], { serialization: 'advanced', stdio: ['ignore','ignore','ignore','ipc'] });
        child.send(${JSON.stringify(updateTask(place))});
        child.once('message', () => require('node:fs').writeFileSync(${JSON.stringify(pidFile)}, String(child.pid)));`,
    });
    const host = spawn(process.execPath, [join(directory, 'host.cjs')], { stdio: 'ignore' });
    await until(() => existsSync(pidFile) && readFileSync(pidFile, 'utf8') !== '', 10_000, 'child starts');
    const pid = Number(readFileSync(pidFile, 'utf8'));
    host.kill('SIGKILL');
    await once(host, 'exit');
    await until(() => isDead(pid) || isZombie(pid), allowed(2000), 'child ends');
    withIndex(place.indexDirectory, index => assert.ok(index.documents === 0 || index.documents === 400));
  });
});

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
    const supervisor = new IndexerSupervisor({
      indexerPath: join(dist, 'indexer.cjs'),
      indexDirectory: place.indexDirectory,
      assetDirectory: dist,
    });
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
    withIndex(indexDirectory, index => assert.equal(index.count(index.match('久久为功')).occurrences, 0));
  });
});

describe('K2: the whole host is killed with SIGKILL', function () {
  this.timeout(allowed(60_000) * soak);

  it('at any moment of an update: reopened at once, the old answers or the new ones', async () => {
    const random = randomFrom(seed + 2);
    const place = faultCorpus(speeches(40, seed, 12));
    const directory = temporaryDirectory();
    const supervisor = join(import.meta.dirname, '../../../src/indexer/supervisor.ts');
    writeFiles(directory, {
      'host.mjs': `import { IndexerSupervisor } from ${JSON.stringify(supervisor)};
        const supervisor = new IndexerSupervisor(${JSON.stringify({ indexerPath: join(dist, 'indexer.cjs'), indexDirectory: place.indexDirectory, assetDirectory: dist })});
        process.stdout.write('.');
        await supervisor.index([${JSON.stringify(place.corpus)}]);`,
    });
    await update(place);
    let before = textsOf(place.corpus);
    for (let trial = 0; trial < 10 * (soak > 1 ? 5 : 1); trial++) {
      const what = `seed ${seed + 2}, trial ${trial}`;
      writeFiles(place.corpus, speeches(6, seed + trial, 12));
      const after = textsOf(place.corpus);
      const { generation } = readManifest(place.indexDirectory);
      const host = spawn(process.execPath, [join(directory, 'host.mjs')], { stdio: ['ignore', 'pipe', 'ignore'] });
      const ended = once(host, 'exit');
      await once(host.stdout, 'data');
      // From here the child starts, reads, builds and commits.
      await wait(allowed(400) * random.next());
      host.kill('SIGKILL');
      await ended;
      const started = performance.now();
      withIndex(place.indexDirectory, index => index.match('真抓实干'));
      assert.ok(performance.now() - started < allowed(500), `${what}: reopened late`);
      // The child may be at its commit; it hears that the host is gone after that.
      const lock = join(place.indexDirectory, 'writer.lock');
      const pid = existsSync(lock) ? Number.parseInt(readFileSync(lock, 'utf8'), 10) : undefined;
      if (pid) await until(() => isDead(pid) || isZombie(pid), allowed(2000), `${what}: child ends`);
      const isNew = readManifest(place.indexDirectory).generation > generation;
      assertExact(place.indexDirectory, isNew ? after : before, what, random, 5);
      if (isNew) before = after;
    }
    await update(place);
    assertExact(place.indexDirectory, textsOf(place.corpus), 'at the end', random);
    assert.deepEqual(strayFiles(place.indexDirectory), []);
  });
});

function strayFiles(indexDirectory: string): string[] {
  const known = new Set(['manifest.json', ...readManifest(indexDirectory).segments.map(({ file }) => file)]);
  return readdirSync(indexDirectory).filter(name => !known.has(name));
}

function isZombie(pid: number): boolean {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}
