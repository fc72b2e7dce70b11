/**
 * Measures one engine in a process of its own, so that neither its memory nor its garbage is another's: forked with the
 * engine's name and a step, it receives a task and sends figures.
 */
import { answer } from './answer.ts';
import { peakRssBytes } from './memory.ts';
import { directoryBytes, dropPageCache } from './pageCache.ts';
import type { Engine, OpenEngine } from './peers/engine.ts';
import { type EngineName, engines } from './peers/engines.ts';
import type { BuildFigures, GroupFigures, PeerTask, PhraseGroup, SearchFigures } from './peers/peer.ts';

type Step = 'build' | 'search';

export interface EngineSearch extends SearchFigures {
  /** Opening for the first time, which for an index in memory is building it. */
  readonly opening: BuildFigures;
}

const ROUNDS = 5;
/** Compilers are given at least this long with the phrases of a group before they are timed; Lucene's as well. */
const WARM_UP_MS = 2000;
const MIN_PHRASES = 10;
const OPENINGS = 5;

const [name, step] = process.argv.slice(2) as [EngineName, Step];
process.once('message', (task: PeerTask) => {
  const engine = engines[name];
  answer(step === 'build' ? build(engine, task) : search(engine, task));
});

function build(engine: Engine, task: PeerTask): BuildFigures {
  const started = performance.now();
  const before = process.cpuUsage();
  engine.build?.(task);
  return usageSince(started, before, task);
}

function search(engine: Engine, task: PeerTask): EngineSearch {
  const emptyRss = process.memoryUsage.rss();
  const before = process.cpuUsage();
  const started = performance.now();
  let open = engine.open(task);
  const opening = usageSince(started, before, task);
  const warm = task.groups.map(group => warmRounds(open, group, task.groupBudgetMs));
  const rssBytes = process.memoryUsage.rss();
  const firstTouch: GroupFigures[] = [];
  const openings: number[] = [];
  if (engine.build !== undefined) {
    for (const group of task.groups) {
      open.close();
      dropPageCache(task.directory);
      open = engine.open(task);
      firstTouch.push(oneRound(open, group, task.groupBudgetMs));
    }
    for (let i = 0; i < OPENINGS; i++) {
      open.close();
      const at = performance.now();
      open = engine.open(task);
      openings.push(performance.now() - at);
    }
  }
  const addMs = task.additions.flatMap(text => {
    if (open.add === undefined) return [];
    const at = performance.now();
    open.add(text);
    return [performance.now() - at];
  });
  open.close();
  const openMs = openings.length > 0 ? openings.sort((a, b) => a - b)[OPENINGS >>> 1]! : opening.wallMs;
  return { opening, openMs, warm, firstTouch, rssBytes, growthBytes: rssBytes - emptyRss, addMs };
}

function warmRounds(open: OpenEngine, group: PhraseGroup, budgetMs: number): GroupFigures {
  const warmUntil = performance.now() + WARM_UP_MS;
  const { counts } = oneRound(open, group, budgetMs / 2);
  const measured = { ...group, phrases: group.phrases.slice(0, counts.length) };
  while (performance.now() < warmUntil) oneRound(open, measured, Number.POSITIVE_INFINITY);
  const times: number[] = [];
  const end = performance.now() + budgetMs;
  for (let round = 0; round < ROUNDS; round++) {
    times.push(...oneRound(open, measured, Number.POSITIVE_INFINITY).times);
    if (performance.now() > end) break;
  }
  return { name: group.name, counts, times };
}

/** Each phrase once, until time is up. */
function oneRound(open: OpenEngine, { name, phrases }: PhraseGroup, budgetMs: number): GroupFigures {
  const counts: number[] = [];
  const times: number[] = [];
  const end = performance.now() + budgetMs;
  for (const phrase of phrases) {
    if (counts.length >= MIN_PHRASES && performance.now() > end) break;
    const started = performance.now();
    const count = open.lookup(phrase);
    if (count === undefined) break;
    times.push(performance.now() - started);
    counts.push(count);
  }
  return { name, counts, times };
}

function usageSince(started: number, before: NodeJS.CpuUsage, task: PeerTask): BuildFigures {
  const { user, system } = process.cpuUsage(before);
  return {
    wallMs: performance.now() - started,
    cpuMs: (user + system) / 1000,
    peakRssBytes: peakRssBytes(),
    diskBytes: directoryBytes(task.directory),
  };
}
