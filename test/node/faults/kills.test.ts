import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ChildMessage } from '../../../src/indexer/protocol.ts';
import { openIndex } from '../../../src/node/indexDirectory.ts';
import { readManifest } from '../../../src/node/indexManifest.ts';
import { dist, temporaryDirectory, writeFiles } from '../support.ts';
import {
  allowed,
  assertExact,
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
      assert.ok(index.documents.count === 0 || index.documents.count === texts.size, what);
      const isComplete = index.documents.count > 0;
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
    const documents = (): number => withIndex(cut.indexDirectory, index => index.documents.count);
    await until(() => documents() >= filling, allowed(120_000), 'the first child commits');
    first.kill('SIGKILL');
    await ended;
    const committed = documents();
    assert.ok(committed < count, `${committed} committed`);
    const second = forkChild(updateTask(cut));
    const secondRead = new Set<string>(); // a file is told of once more when a native segmenter splits it
    second.on('message', message => {
      const said = message as ChildMessage;
      if (said.type === 'file') secondRead.add(said.path);
    });
    await lastWord(second);
    assert.equal(secondRead.size, count - committed);
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
    await until(() => isDead(pid), allowed(2000), 'child ends');
    withIndex(place.indexDirectory, index => assert.ok(index.documents.count === 0 || index.documents.count === 400));
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
      withIndex(place.indexDirectory, index => index.matches.of('真抓实干'));
      assert.ok(performance.now() - started < allowed(500), `${what}: reopened late`);
      // The child may be at its commit; it hears that the host is gone after that.
      const lock = join(place.indexDirectory, 'writer.lock');
      const pid = existsSync(lock) ? Number.parseInt(readFileSync(lock, 'utf8'), 10) : undefined;
      if (pid) await until(() => isDead(pid), allowed(2000), `${what}: child ends`);
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
