import type { PhraseKnowledge } from '../core/index/format/phraseKnowledge.ts';
import type { Segmenter } from '../core/structure/segmenter.ts';
import type { BuilderData } from './builderThread.ts';
import type { IndexProgress, Retry } from './protocol.ts';

/** How the building thread is started. */
export interface BuilderOptions {
  /** Bundle of `builderThread.ts`. */
  readonly path: string;
  readonly data: BuilderData;
}

/** What an update needs and whom it tells of its progress. */
export interface UpdateOptions {
  readonly indexDirectory: string;
  /** Folders and files that make up the corpus. Documents outside them are removed from the index. */
  readonly paths: readonly string[];
  /** Called when the first document needs it: loading a dictionary takes most of a second. */
  readonly loadSegmenter: () => Segmenter;
  /** Called when the first segment is built; without it phrases are not found by pinyin, and no idiom is known. */
  readonly loadPhraseKnowledge?: () => Promise<PhraseKnowledge>;
  /** Directory with the character maps of Chinese fonts, for PDF. */
  readonly cMapDirectory?: string;
  /** A thread that builds segments while import continues; without it everything runs on one thread. The index is the same. */
  readonly builder?: BuilderOptions;
  /**
   * Finished documents are committed at least this often, so that a crash costs little work. If absent: every ten seconds, or four times
   * the duration of the last commit if that is longer.
   */
  readonly checkpointIntervalMs?: number;
  /** Reads the whole index through first and rebuilds what is damaged; also done when damage is met on the way. */
  readonly verify?: boolean;
  readonly retry?: Retry;
  readonly onProgress?: (progress: IndexProgress) => void;
  /** Called before each file is read, so that a death can be traced to it. */
  readonly onFile?: (path: string) => void;
  /** Called after the file has been read, so that the same bytes can be recognised again. */
  readonly onContent?: (hash: string) => void;
  /**
   * Called before a document, which has been read by then, is split into words. So a death of the native segmenter can
   * be traced to the file.
   */
  readonly onSplit?: (path: string, hash: string) => void;
  /** Called between files; once it returns true, finished documents are committed and the rest is left for later. */
  readonly isCancelled?: () => boolean;
}
