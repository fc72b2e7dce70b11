import type { PhraseKnowledge } from '../core/index/format/phraseKnowledge.ts';
import type { Segmenter } from '../core/structure/segmenter.ts';
import type { BuilderData } from './builderThread.ts';
import type { IndexProgress, Retry } from './protocol.ts';

export interface BuilderOptions {
  /** Bundle of `builderThread.ts`. */
  readonly path: string;
  readonly data: BuilderData;
}

export interface UpdateOptions {
  readonly indexDirectory: string;
  /** Folders and files the corpus consists of. What lies elsewhere leaves the index. */
  readonly paths: readonly string[];
  /** Called when the first document needs it: loading a dictionary takes most of a second. */
  readonly loadSegmenter: () => Segmenter;
  /** Called when the first segment is built; without it phrases are not found by pinyin, and no idiom is known. */
  readonly loadPhraseKnowledge?: () => Promise<PhraseKnowledge>;
  /** Holds the character maps of Chinese fonts, for PDF. */
  readonly cMapDirectory?: string;
  /** Where segments may be built while import goes on; without it all is done on one thread. The index is the same. */
  readonly builder?: BuilderOptions;
  /**
   * What is finished is committed at least so often, so that a crash costs little work. If not said: every ten seconds, or
   * every four times as long as the last commit took.
   */
  readonly checkpointIntervalMs?: number;
  /** Reads the whole index through first and rebuilds what is damaged; also done when damage is met on the way. */
  readonly verify?: boolean;
  readonly retry?: Retry;
  readonly onProgress?: (progress: IndexProgress) => void;
  /** Told before each file is read, so that a death can be laid to it. */
  readonly onFile?: (path: string) => void;
  /** Told when it has been, so that these bytes can be known again. */
  readonly onContent?: (hash: string) => void;
  /** Asked between files; once true, what is finished is committed and the rest left for later. */
  readonly isCancelled?: () => boolean;
}
