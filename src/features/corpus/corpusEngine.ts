import type { SpeechService } from '../../core/service/speechService.ts';
import type { IndexProgress, IndexReport } from '../../indexer/protocol.ts';
import type { IndexOptions } from '../../indexer/supervisor.ts';

/** The query worker and the indexer of one index. */
export interface CorpusEngine {
  /** `reload` shows the latest commit, be it of this window or of another. */
  readonly client: SpeechService & { reload(): Promise<void>; dispose(): void };
  readonly indexer: {
    onProgress(listener: (progress: IndexProgress) => void): { dispose(): void };
    index(paths: readonly string[], options?: IndexOptions): Promise<IndexReport>;
    /** Ends the run that is on; it rejects with an `IndexCancelledError`. */
    cancel(): void;
    /** Removes this index and those in the directories named. */
    clear(others?: readonly string[]): Promise<void>;
    dispose(): void;
  };
}

/** The corpus as the settings describe it now. */
export interface CorpusPlace {
  readonly folders: readonly string[];
  readonly indexDirectory: string;
  /** Where the user's cards are; `undefined` where the setting names no folder. */
  readonly cardFolder: string | undefined;
}

export type CorpusState =
  | { readonly kind: 'waiting' } // nothing needed it yet
  | { readonly kind: 'indexing'; readonly progress?: IndexProgress; readonly isElsewhere?: boolean } // perhaps by another window
  | { readonly kind: 'paused'; readonly progress?: IndexProgress; readonly cause?: unknown } // by the user, or because of `cause`
  | { readonly kind: 'ready'; readonly report: IndexReport }
  | { readonly kind: 'empty' } // cleared, or no folders
  | { readonly kind: 'failed'; readonly cause: unknown };

/** Was indexing stopped by the user? That is no failure. */
export function isCancelled(error: unknown): boolean {
  return hasName(error, 'IndexCancelledError');
}

/** Has the indexer given up for a while? */
export function isPaused(error: unknown): boolean {
  return hasName(error, 'IndexPausedError');
}

/** Does another process write the index? */
export function isBusy(error: unknown): boolean {
  return hasName(error, 'IndexBusyError');
}

/** Errors come from another process, with nothing left of their class but its name. */
function hasName(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
