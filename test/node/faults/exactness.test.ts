import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ChildMessage, IndexProgress, IndexReport } from '../../../src/indexer/protocol.ts';
import { readManifest } from '../../../src/node/indexManifest.ts';
import { temporaryDirectory } from '../support.ts';
import { workload } from './bulkCorpus.ts';
import { ChangingCorpus } from './changingCorpus.ts';
import { checkLookups } from './exactLookups.ts';
import {
  assertExact,
  type FaultCorpus,
  forkChild,
  lastWord,
  type Random,
  randomFrom,
  seed,
  soak,
  updateTask,
  withIndex,
} from './faultSupport.ts';

/** So many of the kills hit the first index, which is then continued. */
const KILLS_OF_FIRST = 0.2;
const QUICK_STRETCHES = 10;
const DOCUMENTS_READ = 20;
/** A child may be through before it is killed; this often it is tried again. */
const MAX_ROUNDS_PER_KILL = 20;
/** Undisturbed updates after the kills: enough for small segments to come together. */
const UPDATES_AT_LAST = 4;
/** Merging large segments takes seconds, most other work less. */
const MAX_DELAYS_MS = [30, 300, 3000];

describe('look-up after changes, merges and kills', function () {
  this.timeout(soak > 1 ? 7_200_000 : 180_000);

  it('finds what a plain scan finds, and its raw ranges give the text back', async () => {
    const { source, what, changes, kills, stretches } = workload();
    const random = randomFrom(seed);
    const corpus = new ChangingCorpus(source, join(temporaryDirectory(), 'corpus'), random);
    const place = { corpus: corpus.directory, indexDirectory: join(temporaryDirectory(), 'index') };

    let killed = 0;
    const firstKills = Math.ceil(kills * KILLS_OF_FIRST);
    for (let trial = 0; trial < firstKills; trial++) {
      const moment = { phase: 'import', share: (trial + random.next()) / firstKills, delayMs: 0 } as const;
      if (await isKilledAt(place, moment)) killed++;
      assertNothingForeign(place, corpus.texts());
    }
    const { skipped } = await finishedUpdate(place);
    for (const { path } of skipped) corpus.leaveOut(path);

    const rounds = kills - killed;
    let changed = 0;
    let merges = 0;
    let before = corpus.texts();
    for (let round = 0; killed < kills && round < rounds * MAX_ROUNDS_PER_KILL; round++) {
      do corpus.change();
      while (++changed < ((round + 1) * changes) / rounds);
      const after = corpus.texts();
      const old = readManifest(place.indexDirectory);
      if (await isKilledAt(place, randomMoment(random))) killed++;
      if (hasMerged(place, old)) merges++;
      const isNew = readManifest(place.indexDirectory).generation > old.generation;
      const trial = `${what}, seed ${seed}, round ${round}`;
      assertExact(place.indexDirectory, isNew ? after : before, trial, random, QUICK_STRETCHES);
      if (isNew) before = after;
    }
    for (let update = 0; update < UPDATES_AT_LAST; update++) {
      corpus.change();
      const old = readManifest(place.indexDirectory);
      await finishedUpdate(place);
      if (hasMerged(place, old)) merges++;
    }

    const { lost, ...tally } = await checkLookups(place.indexDirectory, corpus.texts(), random, stretches);
    if (soak > 1) console.log({ what, changed, killed, merges, ...tally, lost: lost.length });
    assert.equal(killed, kills);
    assert.ok(merges > 0, 'segments were merged on the way');
    assert.deepEqual(lost, []);
  });
});

/** When a child is killed: a while after it said that it has come so far in a phase. */
interface Moment {
  readonly phase: IndexProgress['phase'];
  /** Share of the phase's files that are done, 0…1. */
  readonly share: number;
  readonly delayMs: number;
}

function randomMoment(random: Random): Moment {
  return {
    phase: random.pick(['scan', 'import', 'build', 'build', 'commit']),
    share: random.next(),
    delayMs: random.next() * random.pick(MAX_DELAYS_MS),
  };
}

/** An update that is killed at `moment`, unless it is through by then. */
async function isKilledAt(place: FaultCorpus, { phase, share, delayMs }: Moment): Promise<boolean> {
  const child = forkChild(updateTask(place));
  const ended = lastWord(child);
  let isReached = false;
  child.on('message', message => {
    const said = message as ChildMessage;
    if (isReached || said.type !== 'progress' || said.progress.phase !== phase) return;
    if (said.progress.done < share * said.progress.total) return;
    isReached = true;
    void wait(delayMs).then(() => child.kill('SIGKILL'));
  });
  return (await ended) === undefined;
}

async function finishedUpdate(place: FaultCorpus): Promise<IndexReport> {
  const word = await lastWord(forkChild(updateTask(place)));
  assert.ok(word?.type === 'updated', JSON.stringify(word));
  return word.report;
}

/** Whether several segments of `old` are gone, as after a merge. */
function hasMerged({ indexDirectory }: FaultCorpus, old: ReturnType<typeof readManifest>): boolean {
  const kept = new Set(readManifest(indexDirectory).segments.map(({ file }) => file));
  return old.segments.filter(({ file }) => !kept.has(file)).length > 1;
}

/** What is in an unfinished index is in the files. */
function assertNothingForeign({ indexDirectory }: FaultCorpus, texts: ReadonlyMap<string, string>): void {
  withIndex(indexDirectory, index => {
    for (const segment of index.segments) {
      const step = Math.ceil(segment.documents / DOCUMENTS_READ);
      for (let document = 0; document < segment.documents; document += step) {
        assert.equal(segment.documentText(document), texts.get(segment.document(document).path));
      }
    }
  });
}
