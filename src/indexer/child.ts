/**
 * The forked indexing child: reads bytes of any kind, segments, builds and commits. A hostile file or a native abort
 * ends this process only. One task, then it exits; it also exits when its parent is gone.
 */
import { join } from 'node:path';
import { clearIndex } from '../node/indexDirectory.ts';
import { DICTIONARY, findNative, loadSegmenter } from '../node/segmenters.ts';
import type { ChildMessage, ChildRequest, ChildTask, IndexReport, UpdateTask } from './protocol.ts';
import { updateIndex } from './updateIndex.ts';

const PROGRESS_INTERVAL_MS = 100;

function send(message: ChildMessage): void {
  process.send?.(message);
}

/** Leaves once the message is out: a long report takes more than one write, and what is unsent when the channel closes is lost. */
function sendLast(message: ChildMessage): void {
  process.send?.(message, undefined, undefined, () => {
    if (process.connected) process.disconnect();
  });
}

let isCancelled = false;

async function run(task: ChildTask): Promise<void> {
  try {
    if (task.type === 'clear') {
      clearIndex(task.indexDirectory);
      sendLast({ type: 'cleared' });
    } else {
      sendLast({ type: 'updated', report: await update(task) });
    }
  } catch (error) {
    const { name, message } = error as Error;
    sendLast({ type: 'failed', name, message });
  }
}

function update(task: UpdateTask): Promise<IndexReport> {
  let reportedAt = 0;
  let phase = '';
  return updateIndex({
    indexDirectory: task.indexDirectory,
    paths: task.paths,
    verify: task.verify,
    retry: task.retry,
    cMapDirectory: join(task.assetDirectory, 'cmaps'),
    isCancelled: () => isCancelled,
    quarantine: new Map(task.quarantine),
    loadSegmenter: () => {
      const native = task.segmenter === 'any' ? findNative(__filename) : undefined;
      send({ type: 'native', isLoading: native !== undefined });
      const { segmenter } = loadSegmenter(join(task.assetDirectory, 'dictionary'), native);
      send({ type: 'native', isLoading: false });
      return segmenter;
    },
    loadPhraseKnowledge: async () => {
      const { readPhraseKnowledge } = await import('./readPhrases.ts');
      return readPhraseKnowledge(join(task.assetDirectory, 'dictionary', DICTIONARY));
    },
    onProgress: progress => {
      const now = performance.now();
      if (progress.phase === phase && now - reportedAt < PROGRESS_INTERVAL_MS) return;
      phase = progress.phase;
      reportedAt = now;
      send({ type: 'progress', progress });
    },
    onFile: path => send({ type: 'file', path }),
  });
}

process.on('message', message => {
  const request = message as ChildRequest;
  if (request.type === 'cancel') isCancelled = true;
  else void run(request);
});
process.once('disconnect', () => process.exit());
