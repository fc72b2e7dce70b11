import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs, { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { clearIndex, openIndex } from '../../../src/node/indexDirectory.ts';
import { WorkerClient } from '../../../src/worker/client.ts';
import { dist, temporaryDirectory, writeFiles } from '../support.ts';
import {
  assertExact,
  type FaultCorpus,
  faultCorpus,
  modeOf,
  randomFrom,
  seed,
  soak,
  speech,
  speeches,
  textsOf,
  update,
  withIndex,
} from './faultSupport.ts';
import { LIKELY_CODES, type Operation, systemError, watchingOperations } from './fileOperations.ts';

/** An index of some files, and then other files: what comes next is an update that writes, merges and deletes. */
async function changedCorpus(): Promise<FaultCorpus & { before: Map<string, string>; after: Map<string, string> }> {
  const place = faultCorpus(speeches(6, seed, 12));
  await update(place);
  // Three small segments, so that the next commit merges.
  for (let i = 0; i < 2; i++) {
    writeFiles(place.corpus, { [`more-${i}.txt`]: speech(randomFrom(seed + i), `另${i}`, 12) });
    await update(place);
  }
  const before = textsOf(place.corpus);
  writeFiles(place.corpus, {
    '0001.txt': speech(randomFrom(seed + 9), '改', 12),
    'new.txt': speech(randomFrom(seed + 8), '新', 12),
  });
  rmSync(join(place.corpus, '0002.txt'));
  return { ...place, before, after: textsOf(place.corpus) };
}

async function failureOf(work: Promise<unknown>): Promise<NodeJS.ErrnoException | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    return error as NodeJS.ErrnoException;
  }
}

function openFiles(): number {
  return process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0;
}

describe('K4: the n-th file operation on the index fails', function () {
  this.timeout(60_000 * soak);

  it('for every n: the error is told once, the old or the new index is there, and a retry succeeds', async () => {
    const measured = await changedCorpus();
    const total = await watchingOperations(
      measured.indexDirectory,
      () => undefined,
      async watched => {
        await update(measured);
        return watched.calls.length;
      },
    );
    assert.ok(total > 30, `${total} operations`);
    const random = randomFrom(seed);
    const leaks: string[] = [];
    const told: string[] = [];
    for (let n = 1; n <= total; n++) {
      const place = await changedCorpus();
      const filesBefore = openFiles();
      const { error, call } = await watchingOperations(
        place.indexDirectory,
        (operation, nth) => {
          if (nth === n) throw systemError(LIKELY_CODES[operation], operation);
        },
        async watched => ({
          error: await failureOf(update(place)),
          call: watched.failed() ?? '',
        }),
      );
      const what = `seed ${seed}, operation ${n} of ${total} (${call})`;
      if (error !== undefined) {
        told.push(call);
        assert.equal(error.code, LIKELY_CODES[call.split(' ')[0] as Operation], `${what}: ${error.stack}`);
      }
      if (openFiles() > filesBefore) leaks.push(what);
      const isNew = withIndex(place.indexDirectory, index => index.matches.of('第新组之0').size > 0);
      assertExact(place.indexDirectory, isNew ? place.after : place.before, what, random, 4);
      if (error === undefined) assert.ok(isNew, `${what}: done, but nothing is to be seen`);
      const lock = join(place.indexDirectory, 'writer.lock');
      if (existsSync(lock)) {
        assert.match(call, /writer\.lock/, `${what}: the lease is left behind`);
        rmSync(lock); // in life the process is gone by now
      }
      await update(place);
      assertExact(place.indexDirectory, place.after, `${what}, retried`, random, 4);
      const strays = readdirSync(place.indexDirectory).filter(name => name.endsWith('.tmp'));
      // What could not be removed goes with the next commit.
      if (!call.startsWith('rmSync')) assert.deepEqual(strays, [], what);
    }
    assert.deepEqual(leaks, [], 'file handles are given back');
    assert.ok(told.length > total / 2);
  });

  it('a manifest that cannot be read is an error, not an empty index, for readers and for the writer', async () => {
    const place = faultCorpus(speeches(4, seed, 12));
    await update(place);
    const manifest = join(place.indexDirectory, 'manifest.json');
    const before = readFileSync(manifest, 'utf8');
    for (const code of ['EIO', 'EACCES', 'EMFILE']) {
      await watchingOperations(
        place.indexDirectory,
        (operation, _nth, path) => {
          if (operation === 'readFileSync' && path === manifest) throw systemError(code, path);
        },
        async () => {
          assert.throws(() => openIndex(place.indexDirectory), { code });
          await assert.rejects(update(place), { code });
        },
      );
      assert.equal(readFileSync(manifest, 'utf8'), before, code);
    }
    assertExact(place.indexDirectory, textsOf(place.corpus), 'afterwards', randomFrom(seed));
  });

  it('short writes are completed', async () => {
    const place = faultCorpus(speeches(4, seed, 12));
    const write = fs.writeSync;
    fs.writeSync = ((file: number, bytes: Uint8Array, at: number, length: number) =>
      write(file, bytes, at, Math.min(length, 1000))) as typeof fs.writeSync;
    syncBuiltinESMExports();
    try {
      await update(place);
    } finally {
      fs.writeSync = write;
      syncBuiltinESMExports();
    }
    assertExact(place.indexDirectory, textsOf(place.corpus), 'short writes', randomFrom(seed));
  });
});

describe('D1: the disk is full', function () {
  this.timeout(60_000);
  it('on a file system of 3 MB: the error is told, the old index answers, and space brings the new one', async function () {
    const mounted = mountSmallDisk();
    if (mounted === undefined) return this.skip(); // no right to mount one here
    try {
      const indexDirectory = join(mounted, 'index');
      const place = { ...faultCorpus(speeches(20)), indexDirectory };
      await update(place);
      const before = textsOf(place.corpus);
      const ballast = join(mounted, 'ballast');
      const client = new WorkerClient({
        workerPath: join(dist, 'worker.cjs'),
        indexDirectory,
        onError: () => undefined,
      });
      try {
        await client.stats();
        writeFiles(place.corpus, speeches(150, seed + 1, 900));
        await assert.rejects(update(place), { code: 'ENOSPC' });
        assertExact(indexDirectory, before, 'full', randomFrom(seed));
        assert.equal((await client.stats()).documents, 20);
        assert.ok((await client.complete({ text: '要真抓', mode: 'eager' })).suggestions.length > 0);
        assert.deepEqual(
          readdirSync(indexDirectory).filter(name => name.endsWith('.tmp')),
          [],
        );
        // Not a byte is left, not even for a lease.
        fillUp(ballast);
        await assert.rejects(update(place), { code: 'ENOSPC' });
        assertExact(indexDirectory, before, 'full to the last byte', randomFrom(seed));
        rmSync(ballast);
        for (let i = 20; i < 150; i++) rmSync(join(place.corpus, `${String(i).padStart(4, '0')}.txt`));
        await update(place);
        assertExact(indexDirectory, textsOf(place.corpus), 'with space again', randomFrom(seed));
      } finally {
        client.dispose();
      }
    } finally {
      spawnSync('umount', ['--lazy', mounted]);
    }
  });

  it('made up: every write fails from some point on, and the old index answers', async () => {
    const random = randomFrom(seed + 3);
    for (const from of [1, 4, 9, 16, 25, 40]) {
      const place = await changedCorpus();
      await watchingOperations(
        place.indexDirectory,
        (operation, nth) => {
          if (nth >= from && /^write|^mkdir/.test(operation)) throw systemError('ENOSPC', operation);
        },
        async watched => {
          const error = await failureOf(update(place));
          assert.equal(error?.code, watched.failed() && 'ENOSPC', `from ${from}`);
        },
      );
      const isNew = withIndex(place.indexDirectory, index => index.matches.of('第新组之0').size > 0);
      assertExact(place.indexDirectory, isNew ? place.after : place.before, `from ${from}`, random, 5);
    }
  });
});

describe('D2: storage that cannot be written or goes away', function () {
  this.timeout(30_000);

  it('reading needs no right to write', async () => {
    const place = faultCorpus(speeches(4, seed, 12));
    await update(place);
    const texts = textsOf(place.corpus);
    await watchingOperations(
      place.indexDirectory,
      (operation, _nth, path) => {
        if (/^(write|rename|rm|mkdir|fsync)/.test(operation)) throw systemError('EROFS', `${operation} ${path}`);
      },
      () => assertExact(place.indexDirectory, texts, 'read-only', randomFrom(seed)),
    );
  });

  it('a directory that cannot be made or written is an error with its code, and no harm', async () => {
    const place = faultCorpus({ 'a.txt': '要真抓实干。' });
    writeFileSync(place.indexDirectory, 'a file in its place');
    await assert.rejects(update(place), { code: 'EEXIST' });
    await assert.rejects(update({ ...place, indexDirectory: join(place.indexDirectory, 'below') }), {
      code: 'ENOTDIR',
    });
    assert.equal(readFileSync(place.indexDirectory, 'utf8'), 'a file in its place');
  });

  it('removed while the worker has it open: answers go on, and the next update builds it anew', async () => {
    const place = faultCorpus(speeches(8));
    await update(place);
    const errors: Error[] = [];
    const client = new WorkerClient({
      workerPath: join(dist, 'worker.cjs'),
      indexDirectory: place.indexDirectory,
      onError: error => errors.push(error),
    });
    try {
      const before = await client.lookup({ phrase: '第3组之0' });
      assert.equal(before.occurrences, 1);
      rmSync(place.indexDirectory, { recursive: true });
      assert.deepEqual(await client.lookup({ phrase: '第3组之0' }), before);
      assert.ok((await client.complete({ text: '要真抓', mode: 'eager' })).suggestions.length > 0);
      await client.reload();
      assert.equal((await client.lookup({ phrase: '第3组之0' })).occurrences, 0);
      await update(place);
      await client.reload();
      assert.deepEqual(await client.lookup({ phrase: '第3组之0' }), before);
      assert.deepEqual(errors, []);
    } finally {
      client.dispose();
    }
  });

  it('removed while an update runs: an error or a whole index, and the next update is whole', async () => {
    const place = faultCorpus(speeches(12));
    const texts = textsOf(place.corpus);
    for (const at of [1, 6, 12]) {
      let read = 0;
      await update(place, {
        onFile: () => {
          if (++read === at) rmSync(place.indexDirectory, { recursive: true, force: true });
        },
      }).catch((error: NodeJS.ErrnoException) => assert.equal(error.code, 'ENOENT'));
      await update(place);
      assertExact(place.indexDirectory, texts, `removed at file ${at}`, randomFrom(seed));
      clearIndex(place.indexDirectory);
    }
  });
});

describe('P2: what rests on disk', () => {
  it('is readable by its owner alone, whatever the umask', async () => {
    const umask = process.umask(0);
    try {
      const place = faultCorpus({ ...speeches(4), 'empty.txt': '' });
      await update(place, {
        onFile: () => assert.equal(modeOf(join(place.indexDirectory, 'writer.lock')), '600'),
      });
      assert.equal(modeOf(place.indexDirectory), '700');
      const names = readdirSync(place.indexDirectory);
      assert.ok(names.includes('manifest.json') && names.some(name => name.endsWith('.bin')));
      for (const name of names) assert.equal(modeOf(join(place.indexDirectory, name)), '600', name);
    } finally {
      process.umask(umask);
    }
  });

  it('files are closed to others in a directory that is not', async () => {
    const place = faultCorpus(speeches(2));
    mkdirSync(place.indexDirectory);
    chmodSync(place.indexDirectory, 0o755);
    await update(place);
    for (const name of readdirSync(place.indexDirectory)) {
      assert.equal(modeOf(join(place.indexDirectory, name)), '600', name);
    }
  });

  it('clearing the index leaves no byte of the corpus, temporary files of the dead included', async () => {
    const place = faultCorpus(speeches(4));
    await update(place);
    writeFileSync(join(place.indexDirectory, 'segment-9-0.bin.123.tmp'), 'torn');
    clearIndex(place.indexDirectory);
    assert.deepEqual(readdirSync(place.indexDirectory), []);
  });

  it('hidden text, comments and scripts of a page are not in the index', async () => {
    const place = faultCorpus({
      'a.html':
        '<html><body><p>要真抓实干，久久为功，善作善成。</p><!-- 批注不可见 --><script>var 脚本不可见 = 1;</script>' +
        '<p style="display:none">隐藏不可见</p><p hidden>属性不可见</p></body></html>',
    });
    await update(place);
    withIndex(place.indexDirectory, index => {
      assert.equal(index.matches.of('真抓实干').size, 1);
      assert.equal(index.matches.of('不可见').size, 0);
    });
  });
});

function mountSmallDisk(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const directory = temporaryDirectory();
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', directory]).status === 0 ? directory : undefined;
}

function fillUp(path: string): void {
  for (const size of [65_536, 4096, 1]) {
    try {
      for (;;) fs.appendFileSync(path, Buffer.alloc(size));
    } catch (error) {
      assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC');
    }
  }
}
