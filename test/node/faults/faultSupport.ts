import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { importText } from '../../../src/core/document/importDocument.ts';
import type { CorpusIndex } from '../../../src/core/index/corpusIndex.ts';
import type { ChildMessage, UpdateTask } from '../../../src/indexer/protocol.ts';
import { IndexerSupervisor } from '../../../src/indexer/supervisor.ts';
import { updateIndex } from '../../../src/indexer/updateIndex.ts';
import { openIndex } from '../../../src/node/indexDirectory.ts';
import { testSegmenter } from '../../unit/support/inMemoryCorpus.ts';
import { generator } from '../../unit/support/random.ts';
import { dist, temporaryDirectory, writeFiles } from '../support.ts';

/** JIANGGAO_SOAK=N repeats every random trial N times as often; N also moves the seeds, so a soak sees other points. */
export const soak = Math.max(1, Math.floor(Number(process.env['JIANGGAO_SOAK'] ?? 1)) || 1);
export const seed = 20261122 + (soak - 1);

/** Milliseconds to allow for what should take `milliseconds`: more on a machine that is busy with other things. */
export function allowed(milliseconds: number): number {
  const load = (loadavg()[0] ?? 0) / cpus().length;
  return milliseconds * Math.max(2, 2 * load);
}

export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  /** 0 ≤ i < n. */
  below(n: number): number;
  pick<T>(choices: readonly T[]): T;
}

/** Choices that are the same in every run from the same seed. */
export function randomFrom(start: number): Random {
  const next = generator(start);
  const below = (n: number): number => Math.floor(next() * n);
  return { next, below, pick: choices => choices[below(choices.length)]! };
}

const CLAUSES = (
  '要真抓实干 要久久为功 把责任扛起来 把标尺立起来 坚持问题导向 强化底线思维 抓好工作落实 形成强大合力 不断提高本领 ' +
  '切实转变作风 推动高质量发展 保障改善民生 守牢安全底线 激发内生动力 加强组织领导 压实各方责任'
).split(' ');

/** A made-up speech that no other number has. */
export function speech(random: Random, number: number | string, clauses = 60): string {
  const lines = [`第${number}次会议上的讲话`];
  for (let i = 0; i < clauses; i += 6) {
    const sentence = Array.from({ length: 6 }, () => random.pick(CLAUSES)).join('，');
    lines.push(`第${number}组之${i}，${sentence}。`);
  }
  return lines.join('\n');
}

export function speeches(count: number, start = seed, clauses = 60): Record<string, string> {
  const random = randomFrom(start);
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`${String(i).padStart(4, '0')}.txt`, speech(random, i, clauses)]),
  );
}

export interface FaultCorpus {
  readonly corpus: string;
  readonly indexDirectory: string;
}

export function faultCorpus(files: Readonly<Record<string, string | Uint8Array>>): FaultCorpus {
  const corpus = temporaryDirectory();
  writeFiles(corpus, files);
  return { corpus, indexDirectory: join(temporaryDirectory(), 'index') };
}

/** An update in this process. */
export function update(
  { corpus, indexDirectory }: FaultCorpus,
  more: Partial<Parameters<typeof updateIndex>[0]> = {},
): ReturnType<typeof updateIndex> {
  return updateIndex({ indexDirectory, paths: [corpus], loadSegmenter: () => testSegmenter, ...more });
}

export function updateTask({ corpus, indexDirectory }: FaultCorpus, more: Partial<UpdateTask> = {}): UpdateTask {
  return {
    type: 'update',
    indexDirectory,
    assetDirectory: dist,
    paths: [corpus],
    verify: false,
    retry: false,
    segmenter: 'any',
    ...more,
  };
}

/** A supervisor of the real indexing child. */
export function supervisorOf({ indexDirectory }: FaultCorpus): IndexerSupervisor {
  return new IndexerSupervisor({ indexerPath: join(dist, 'indexer.cjs'), indexDirectory, assetDirectory: dist });
}

/** The real indexing child at one task, without a supervisor. */
export function forkChild(task: UpdateTask, env: NodeJS.ProcessEnv = {}): ChildProcess {
  const child = fork(join(dist, 'indexer.cjs'), [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { ...process.env, ...env },
  });
  child.on('error', () => undefined);
  child.send(task);
  return child;
}

export type LastWord = Extract<ChildMessage, { type: 'updated' | 'failed' }>;

/** What the child says last; `undefined` if it died without a word. */
export async function lastWord(child: ChildProcess): Promise<LastWord | undefined> {
  let last: LastWord | undefined;
  child.on('message', message => {
    const said = message as ChildMessage;
    if (said.type === 'updated' || said.type === 'failed') last = said;
  });
  await once(child, 'close');
  return last;
}

/** Clean text of a file as import gives it. */
export function cleanTextOf(path: string): string {
  return importText(readFileSync(path), path).clean.text;
}

/** Clean texts of all files of a flat corpus, by path. */
export function textsOf(corpus: string): Map<string, string> {
  return new Map(
    readdirSync(corpus).map(name => {
      const path = join(corpus, name);
      return [path, cleanTextOf(path)];
    }),
  );
}

export function withIndex<T>(indexDirectory: string, use: (index: CorpusIndex) => T): T {
  const index = openIndex(indexDirectory);
  try {
    return use(index);
  } finally {
    index.close();
  }
}

/** `path:start` of every place of `phrase`, sorted; the texts of some of them are read back. */
export function placesOf(index: CorpusIndex, phrase: string): string[] {
  const places = index.matches.occurrences(index.matches.of(phrase));
  for (const place of places.slice(0, 3)) {
    assert.equal(index.provenances.kwicLine(place, phrase.length).match, phrase);
    assert.equal(index.text.at(place, phrase.length), phrase);
  }
  return places
    .map(place => {
      const segment = index.segments[place.segment]!;
      const start = segment.documentStarts[segment.documentAt(place.position)]!;
      return `${index.documents.headAt(place).path}:${place.position - start}`;
    })
    .sort();
}

/** The same by plain scan. */
export function scanned(texts: ReadonlyMap<string, string>, phrase: string): string[] {
  const places: string[] = [];
  for (const [path, text] of texts) {
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) places.push(`${path}:${at}`);
  }
  return places.sort();
}

/** Stretches of the texts: long ones that stand once and short ones that stand everywhere. */
export function stretches(texts: ReadonlyMap<string, string>, random: Random, count: number): string[] {
  const all = [...texts.values()].filter(text => text.length > 0);
  if (all.length === 0) return ['真抓实干'];
  return Array.from({ length: count }, () => {
    const text = random.pick(all);
    const at = random.below(text.length);
    return text.slice(at, at + (random.below(10) === 0 ? 2 : 6 + random.below(24)));
  });
}

/** Every look-up over the index equals a plain scan over `texts`; `what` is told on failure. */
export function assertExact(
  indexDirectory: string,
  texts: ReadonlyMap<string, string>,
  what: string,
  random: Random,
  count = 25,
): void {
  withIndex(indexDirectory, index => {
    assert.equal(index.documents.count, texts.size, `${what}: documents`);
    for (const phrase of stretches(texts, random, count)) {
      assert.deepEqual(placesOf(index, phrase), scanned(texts, phrase), `${what}: ${JSON.stringify(phrase)}`);
    }
  });
}

/** Names and bytes of the segments, to tell two indexes apart. */
export function segmentBytes(indexDirectory: string): string {
  return readdirSync(indexDirectory)
    .filter(name => name.endsWith('.bin'))
    .sort()
    .map(name => readFileSync(join(indexDirectory, name)).toString('base64'))
    .join('\n');
}

/** Whether a process has ended, its parent having heard of it or not. */
export function isDead(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform === 'linux' && / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}

export async function until(condition: () => boolean, milliseconds: number, what: string): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!condition()) {
    if (performance.now() > end) assert.fail(`${what}: not within ${milliseconds} ms`);
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}

export function modeOf(path: string): string {
  return (statSync(path).mode & 0o777).toString(8);
}
