import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IndexingFigures, runIndexer } from '../indexing.ts';
import { onOneCore } from '../oneCore.ts';
import { coldReadTimes, directoryBytes } from '../pageCache.ts';
import { searchWith } from './enginePeer.ts';
import type { Peer, PeerFigures, PeerTask } from './peer.ts';

/** Figures of ours that no peer has. */
export interface OwnFigures extends PeerFigures {
  readonly indexing: IndexingFigures;
  /** The same on one core, where that can be seen to. */
  readonly onOneCore: IndexingFigures | undefined;
  /** Wall time of what the child calls building (segment, merge), for each document added. */
  readonly addBuildMs: readonly number[];
  /** See `coldReadTimes`: what the disk takes for one of the reads of a first touch. */
  readonly coldReadMs: readonly number[];
}

interface OwnPeer extends Peer {
  readonly measure: (task: PeerTask) => Promise<OwnFigures>;
}

export const ourselves: OwnPeer = {
  name: 'jianggao',
  method:
    'suffix array on files: exact count of occurrences, first 1,000 places in the order of what follows; documents are not counted; built by the real indexing child from the users’ files',
  missing: () => undefined,
  async measure(task) {
    const scratch = `${task.directory}-usage`;
    const indexing = await runIndexer(task.directory, task.corpus.sources, scratch);
    const { documents } = indexing.report;
    if (documents !== task.corpus.documents)
      throw new Error(`${documents} of ${task.corpus.documents} documents indexed`);
    const build = {
      wallMs: indexing.wallMs,
      cpuMs: indexing.cpuMs,
      peakRssBytes: indexing.peakRssBytes,
      diskBytes: directoryBytes(task.directory),
    };
    const alone = `${task.directory}-one-core`;
    const oneCore = await onOneCore(() => runIndexer(alone, task.corpus.sources, scratch));
    rmSync(alone, { recursive: true, force: true });
    const search = await searchWith('jianggao', task);
    const coldReadMs = coldReadTimes(task.directory);
    const added = await addDocuments(task, scratch);
    return {
      build,
      indexing,
      onOneCore: oneCore,
      search: { ...search, addMs: added.map(run => run.wallMs) },
      addBuildMs: added.map(run => run.phaseMs['build'] ?? 0),
      coldReadMs,
    };
  },
};

/** Adds documents one by one to a copy of the index, as saved files are. */
async function addDocuments(task: PeerTask, scratch: string): Promise<IndexingFigures[]> {
  const copy = `${task.directory}-added`;
  const folder = `${task.directory}-additions`;
  cpSync(task.directory, copy, { recursive: true });
  mkdirSync(folder, { recursive: true });
  const runs: IndexingFigures[] = [];
  for (const [i, text] of task.additions.entries()) {
    writeFileSync(join(folder, `${i}.txt`), text);
    runs.push(await runIndexer(copy, [...task.corpus.sources, folder], scratch));
  }
  return runs;
}
