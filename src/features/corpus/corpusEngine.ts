import type { SpeechService } from '../../core/service/speechService.ts';
import type { IndexProgress, IndexReport } from '../../indexer/protocol.ts';
import type { IndexOptions } from '../../indexer/supervisor.ts';

/** The query worker and the indexer of one index. */
export interface CorpusEngine {
  /** After `reload` it reads the latest commit, be it by this window or by another. */
  readonly client: SpeechService & { reload(): Promise<void>; dispose(): void };
  readonly indexer: {
    onProgress(listener: (progress: IndexProgress) => void): { dispose(): void };
    index(paths: readonly string[], options?: IndexOptions): Promise<IndexReport>;
    /** Stops the running update, which rejects with an `IndexCancelledError`. */
    cancel(): void;
    /** Removes this index and the indexes in the directories `others`. */
    clear(others?: readonly string[]): Promise<void>;
    dispose(): void;
  };
}

/** The corpus as the settings currently describe it. */
export interface CorpusPlace {
  readonly folders: readonly string[];
  readonly indexDirectory: string;
  /** Folder of the user's cards; `undefined` if the setting names no folder. */
  readonly cardFolder: string | undefined;
}

export type CorpusState =
  | { readonly kind: 'waiting' } // nothing needed it yet
  | { readonly kind: 'indexing'; readonly progress?: IndexProgress; readonly isElsewhere?: boolean } // perhaps by another window
  | { readonly kind: 'paused'; readonly progress?: IndexProgress; readonly cause?: unknown } // by the user, or because of `cause`
  | { readonly kind: 'ready'; readonly report: IndexReport }
  | { readonly kind: 'empty' } // cleared, or no folders
  | { readonly kind: 'failed'; readonly cause: unknown };

/** Whether the user stopped indexing, which is not a failure. */
export function isCancelled(error: unknown): boolean {
  return hasName(error, 'IndexCancelledError');
}

/** Whether the indexer has given up for a while. */
export function isPaused(error: unknown): boolean {
  return hasName(error, 'IndexPausedError');
}

/** Whether another process is writing the index. */
export function isBusy(error: unknown): boolean {
  return hasName(error, 'IndexBusyError');
}

/** Errors come from another process; of their class only the name survives. */
function hasName(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
