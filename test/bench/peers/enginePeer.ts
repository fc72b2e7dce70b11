import { LARGE_HEAP, measureInChild } from '../children.ts';
import type { EngineSearch } from '../engineProcess.ts';
import type { EngineName } from './engines.ts';
import type { BuildFigures, Peer, PeerFigures, PeerTask } from './peer.ts';

interface EnginePeer extends Omit<Peer, 'measure' | 'missing'> {
  readonly missing?: () => string | undefined;
  /** It has nothing on disk: opening it builds it. */
  readonly isInMemory?: boolean;
}

/** A peer that is a library of Node: built in one process, asked in another. */
export function enginePeer(engine: EngineName, { isInMemory = false, ...peer }: EnginePeer): Peer {
  return {
    missing: () => undefined,
    ...peer,
    async measure(task): Promise<PeerFigures> {
      const built = isInMemory
        ? undefined
        : await measureInChild<BuildFigures>('engineProcess.ts', [engine, 'build'], task, LARGE_HEAP);
      const { opening, ...search } = await searchWith(engine, task);
      return { build: built ?? opening, search };
    },
  };
}

export function searchWith(engine: EngineName, task: PeerTask): Promise<EngineSearch> {
  return measureInChild('engineProcess.ts', [engine, 'search'], task, LARGE_HEAP);
}
