/** Messages between the supervisor (extension host, command line) and the forked indexing child. */

/** How far an update is. */
export interface IndexProgress {
  readonly phase: 'scan' | 'import' | 'build' | 'commit';
  readonly done: number;
  /** 0 where the total is unknown. */
  readonly total: number;
}

/** The result of an update. */
export interface UpdateReport {
  readonly documents: number;
  /** UTF-16 units of clean text. */
  readonly characters: number;
  readonly segments: number;
  /** Files left out, each with the reason in Chinese. */
  readonly skipped: ReadonlyArray<{ readonly path: string; readonly reason: string }>;
  readonly milliseconds: number;
  /** Whether a new commit was made, so that readers should reopen. */
  readonly changed: boolean;
}

/** The result of an update, with remarks for the user. */
export interface IndexReport extends UpdateReport {
  /** Further remarks for the user, in Chinese. */
  readonly notices: readonly string[];
}

/** The child's one task, its first message. */
export type ChildTask = UpdateTask | QuarantineTask | ClearTask;

/** Which of the files left out earlier to try again although they have not changed: all, none, or these paths. */
export type Retry = boolean | readonly string[];

/** Removes indexes from disk. */
export interface ClearTask {
  readonly type: 'clear';
  readonly indexDirectories: readonly string[];
}

/** Leaves out a file that has ended a child, until its bytes change. */
export interface QuarantineTask {
  readonly type: 'quarantine';
  readonly indexDirectory: string;
  readonly path: string;
  /** SHA-256 of the bytes; absent if they had not been read yet. */
  readonly hash: string | undefined;
  readonly reason: string;
  /** Whether all other files that are left out are to be tried again. */
  readonly forgetOthers: boolean;
}

/** Messages from the parent: the task, and later perhaps the request to end early. */
export type ChildRequest = ChildTask | { readonly type: 'cancel' };

/** Brings an index up to date with the files of the corpus. */
export interface UpdateTask {
  readonly type: 'update';
  readonly indexDirectory: string;
  readonly assetDirectory: string;
  readonly paths: readonly string[];
  /** Whether to read the whole index first and rebuild what is damaged. */
  readonly verify: boolean;
  readonly retry: Retry;
  /** `any`: nodejieba where it loads, else our own segmenter; `typescript`: always our own, which is faster. Both split alike. */
  readonly segmenter: 'any' | 'typescript';
}

export type ChildMessage =
  | { readonly type: 'progress'; readonly progress: IndexProgress }
  | { readonly type: 'file'; readonly path: string }
  /** The bytes of this file have been read. */
  | { readonly type: 'content'; readonly hash: string }
  /** Sent before and after the native segmenter is loaded, so that a crash in it is not blamed on a file. */
  | { readonly type: 'native'; readonly isLoading: boolean }
  | { readonly type: 'updated'; readonly report: IndexReport }
  | { readonly type: 'cleared' }
  | { readonly type: 'quarantined' }
  | { readonly type: 'failed'; readonly name: string; readonly message: string };

/** The user has stopped indexing; files finished so far are in the index. Between processes only the name of the class is passed on. */
export class IndexCancelledError extends Error {
  override readonly name = 'IndexCancelledError';

  constructor() {
    super('已停止建立索引');
  }
}
