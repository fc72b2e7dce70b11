import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clearIndexes } from '../../../src/indexer/upkeep.ts';
import { readManifest } from '../../../src/node/indexManifest.ts';
import { identityOf } from '../../../src/node/processIdentity.ts';
import { IndexBusyError, leaseContent, removeSilentLease, takeWriterLease } from '../../../src/node/writerLease.ts';
import { WorkerClient } from '../../../src/worker/client.ts';
import { dist, temporaryDirectory, writeFiles } from '../support.ts';
import {
  assertExact,
  faultCorpus,
  forkChild,
  lastWord,
  placesOf,
  randomFrom,
  scanned,
  seed,
  soak,
  speech,
  speeches,
  stretches,
  textsOf,
  until,
  update,
  updateTask,
  withIndex,
} from './faultSupport.ts';

describe('T1: two windows at one index', function () {
  this.timeout(60_000 * soak);

  it('both update at once: one does the work, the other hears that it is busy', async () => {
    for (let trial = 0; trial < 2 * soak; trial++) {
      const place = faultCorpus(speeches(150, seed + trial, 12));
      const words = await Promise.all([1, 2].map(() => lastWord(forkChild(updateTask(place)))));
      const names = words.map(word => (word?.type === 'failed' ? word.name : word?.type)).sort();
      // They may also come one after the other; then the second finds nothing to do.
      if (names[0] === 'IndexBusyError') assert.deepEqual(names, ['IndexBusyError', 'updated']);
      else assert.deepEqual(names, ['updated', 'updated']);
      // A slow machine commits on the way, so commits are not counted.
      assert.equal(readManifest(place.indexDirectory).segments.length, 1, 'one did the work');
      assertExact(place.indexDirectory, textsOf(place.corpus), `trial ${trial}`, randomFrom(seed));
    }
  });

  it('a reader in between never sees a torn state', async () => {
    const random = randomFrom(seed);
    const place = faultCorpus(speeches(10, seed, 12));
    await update(place);
    let reads = 0;
    const errors: Error[] = [];
    const client = new WorkerClient({
      workerPath: join(dist, 'worker.cjs'),
      indexDirectory: place.indexDirectory,
      onError: error => errors.push(error),
    });
    try {
      for (let round = 0; round < 4 * soak; round++) {
        const before = textsOf(place.corpus);
        writeFiles(place.corpus, {
          [`${round}-new.txt`]: speech(random, `新${round}`, 12),
          '0001.txt': speech(random, `改${round}`, 12),
        });
        rmSync(join(place.corpus, `${round - 1}-new.txt`), { force: true });
        const after = textsOf(place.corpus);
        const states = statesBetween(before, after);
        let isDone = false;
        const writing = lastWord(forkChild(updateTask(place))).finally(() => {
          isDone = true;
        });
        while (!isDone) {
          for (const phrase of stretches(after, random, 3)) {
            const found = withIndex(place.indexDirectory, index => JSON.stringify(placesOf(index, phrase)));
            const allowed = states.map(texts => JSON.stringify(scanned(texts, phrase)));
            assert.ok(allowed.includes(found), `seed ${seed}, round ${round}: ${phrase}`);
            await client.reload();
            const { occurrences } = await client.lookup({ phrase });
            assert.ok(
              states.some(texts => scanned(texts, phrase).length === occurrences),
              `seed ${seed}, round ${round}: ${phrase} in the worker`,
            );
            reads++;
          }
        }
        assert.equal((await writing)?.type, 'updated');
      }
      assertExact(place.indexDirectory, textsOf(place.corpus), 'at the end', random);
      assert.deepEqual(errors, []);
      assert.ok(reads > 5 * soak, `${reads} reads`);
    } finally {
      client.dispose();
    }
  });

  it('a window that is killed is followed within 5 s', async () => {
    const place = faultCorpus(speeches(300, seed, 30));
    const lock = join(place.indexDirectory, 'writer.lock');
    const first = forkChild(updateTask(place));
    const ended = lastWord(first);
    await until(() => holderOf(lock) === first.pid, 10_000, 'the first has the lease');
    const busy = await lastWord(forkChild(updateTask(place)));
    assert.ok(busy?.type === 'failed' && busy.name === 'IndexBusyError');
    first.kill('SIGKILL');
    await ended;
    assert.equal(holderOf(lock), first.pid, 'killed with the lease in hand');
    const killedAt = performance.now();
    const second = forkChild(updateTask(place));
    const last = lastWord(second);
    await until(() => holderOf(lock) === second.pid, 5000, 'the second has the lease');
    assert.ok(performance.now() - killedAt < 5000);
    assert.equal((await last)?.type, 'updated');
  });

  it('a lease that says nothing, nonsense or an impossible process is taken over', async () => {
    for (const content of ['nonsense', '-1', '0', '999999999', '1e99', '\0\0\0\0']) {
      const place = faultCorpus({ 'a.txt': '要真抓实干。' });
      mkdirSync(place.indexDirectory);
      writeFileSync(join(place.indexDirectory, 'writer.lock'), content);
      assert.equal((await update(place)).documents, 1, JSON.stringify(content));
    }
  });

  it('a lease of an earlier run of the system, or of a process whose number another has got, is taken over at once', async () => {
    const living = identityOf(process.ppid);
    if (living.start === '') return; // this system does not tell; then the beats decide
    for (const past of [
      { ...living, boot: 'before the last start' },
      { ...living, start: String(Number(living.start) - 1) },
    ]) {
      const place = faultCorpus({ 'a.txt': '要真抓实干。' });
      mkdirSync(place.indexDirectory);
      writeFileSync(join(place.indexDirectory, 'writer.lock'), leaseContent(past));
      assert.equal((await update(place)).documents, 1);
    }
  });

  it('where it cannot be told who holds a lease, its beats tell: counted, whatever the clock says', async () => {
    const directory = temporaryDirectory();
    const lock = join(directory, 'writer.lock');
    const stranger = leaseContent({ ...identityOf(process.ppid), place: 'another machine' });
    for (const content of [stranger, '']) {
      writeFileSync(lock, content);
      assert.throws(() => takeWriterLease(directory), IndexBusyError);
      let beats = 1_000_000;
      const beating = setInterval(() => utimesSync(lock, --beats, beats), 50); // a clock that goes backwards
      await assert.rejects(removeSilentLease(directory, { patienceMs: 5000 }), IndexBusyError);
      clearInterval(beating);
      assert.ok(existsSync(lock));
      await removeSilentLease(directory, { patienceMs: 300 });
      takeWriterLease(directory).release();
      assert.ok(!existsSync(lock));
    }
  });

  it('the clock stepped by a day either way changes nothing: the holder beats on and keeps its lease', async () => {
    const directory = temporaryDirectory();
    const lease = takeWriterLease(directory);
    const { now } = Date;
    try {
      for (const days of [1, -1]) {
        Date.now = () => now() + days * 86_400_000;
        assert.throws(() => takeWriterLease(directory), IndexBusyError);
        await assert.doesNotReject(removeSilentLease(directory, { patienceMs: 0 }));
        lease.assertHeld();
      }
    } finally {
      Date.now = now;
      lease.release();
    }
  });

  it('a holder that was taken for gone cannot commit, nor remove the lease of its successor', () => {
    const directory = temporaryDirectory();
    const lock = join(directory, 'writer.lock');
    const lease = takeWriterLease(directory);
    writeFileSync(lock, leaseContent(identityOf(process.ppid)));
    assert.throws(() => lease.assertHeld(), IndexBusyError);
    lease.release();
    assert.ok(existsSync(lock));
  });

  it('the index is not cleared under a writer; others named with it are', async () => {
    const [written, free] = [faultCorpus(speeches(2, seed, 6)), faultCorpus(speeches(2, seed, 6))];
    await update(written);
    await update(free);
    const lease = takeWriterLease(written.indexDirectory);
    const task = { type: 'clear', indexDirectories: [written.indexDirectory, free.indexDirectory] } as const;
    await assert.rejects(clearIndexes(task), IndexBusyError);
    assertExact(written.indexDirectory, textsOf(written.corpus), 'being written', randomFrom(seed), 5);
    assert.deepEqual(readdirSync(free.indexDirectory), []);
    lease.release();
    await clearIndexes(task);
    assert.deepEqual(readdirSync(written.indexDirectory), []);
    await clearIndexes({ type: 'clear', indexDirectories: [join(free.indexDirectory, 'nowhere')] });
  });

  it('a window that only reads sees what the other has committed', async () => {
    const place = faultCorpus({ 'a.txt': '要真抓实干。' });
    await update(place);
    const client = new WorkerClient({
      workerPath: join(dist, 'worker.cjs'),
      indexDirectory: place.indexDirectory,
      onError: error => assert.fail(error),
    });
    try {
      assert.equal((await client.stats()).documents, 1);
      writeFiles(place.corpus, { 'b.txt': '要久久为功。' });
      await update(place); // the other window
      assert.equal((await update(place)).changed, false, 'this window finds nothing to do');
      await client.reload();
      assert.equal((await client.stats()).documents, 2);
    } finally {
      client.dispose();
    }
  });

  it('a lease of a living process is respected', async () => {
    const place = faultCorpus({ 'a.txt': '要真抓实干。' });
    mkdirSync(place.indexDirectory);
    writeFileSync(join(place.indexDirectory, 'writer.lock'), leaseContent(identityOf(process.ppid)));
    await assert.rejects(update(place), IndexBusyError);
  });

  it('many find the lease of a dead one at the same moment: never two at work', async () => {
    const directory = temporaryDirectory();
    const lease = join(import.meta.dirname, '../../../src/node/writerLease.ts');
    writeFiles(directory, {
      'contend.mjs': `
import { takeWriterLease } from ${JSON.stringify(lease)};
import { writeFileSync, rmSync, readdirSync } from 'node:fs';
const [directory, work] = process.argv.slice(2);
process.on('message', round => {
  let got = 'busy';
  try {
    const lease = takeWriterLease(directory);
    writeFileSync(work + '/' + process.pid, '');
    const until = performance.now() + 15;
    let most = 0;
    while (performance.now() < until) most = Math.max(most, readdirSync(work).length);
    rmSync(work + '/' + process.pid);
    got = most;
    lease.release();
  } catch (error) { if (error.name !== 'IndexBusyError') got = String(error); }
  process.send(got);
});
process.send('ready');
`,
    });
    const { fork } = await import('node:child_process');
    const work = join(directory, 'work');
    const index = join(directory, 'index');
    mkdirSync(work);
    mkdirSync(index);
    const children = Array.from({ length: 6 }, () => fork(join(directory, 'contend.mjs'), [index, work]));
    const answers = (): Promise<unknown[]> =>
      Promise.all(children.map(child => new Promise(resolve => child.once('message', resolve))));
    try {
      await answers();
      for (let round = 0; round < 30 * soak; round++) {
        writeFileSync(join(index, 'writer.lock'), leaseContent({ ...identityOf(process.pid), pid: 999_999_999 }));
        const heard = answers();
        for (const child of children) child.send(round);
        const got = await heard;
        for (const one of got) assert.ok(one === 'busy' || one === 1, `round ${round}: ${JSON.stringify(got)}`);
      }
    } finally {
      for (const child of children) child.kill();
    }
  });
});

function holderOf(lock: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(lock, 'utf8'), 10);
  } catch {
    return undefined;
  }
}

/** Every state in which each file is either as before or as after: a slow machine commits on the way, whole files each time. */
function statesBetween(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Map<string, string>[] {
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    path => before.get(path) !== after.get(path),
  );
  return Array.from({ length: 2 ** changed.length }, (_, choice) => {
    const state = new Map(before);
    changed.forEach((path, i) => {
      if ((choice & (1 << i)) === 0) return;
      const text = after.get(path);
      if (text === undefined) state.delete(path);
      else state.set(path, text);
    });
    return state;
  });
}
