/** The building thread of the indexing child: writes the segments of each job, one job after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { type SegmentJob, writeSegments } from '../node/writeSegments.ts';
import { readPhraseKnowledge } from './readPhrases.ts';

/** What the building thread is started with. */
export interface BuilderData {
  /** jieba's dictionary, from which idioms and readings are taken. */
  readonly dictionaryPath: string;
}

/** What the thread answers to each job. */
export type BuilderAnswer =
  | { readonly files: readonly string[] }
  | { readonly error: { readonly name: string; readonly message: string; readonly code: string | undefined } };

const knowledge = readPhraseKnowledge((workerData as BuilderData).dictionaryPath);

function answer(job: SegmentJob): BuilderAnswer {
  try {
    return { files: writeSegments(job, knowledge) };
  } catch (error) {
    const { name, message, code } = error as NodeJS.ErrnoException;
    return { error: { name, message, code } };
  }
}

parentPort?.on('message', (job: SegmentJob) => parentPort?.postMessage(answer(job)));
