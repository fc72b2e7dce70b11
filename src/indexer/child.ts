/**
 * The forked indexing child: it reads files of any kind, splits them into words, builds segments and commits them. A hostile
 * file or an abort in native code ends this process only. The child does one task and exits; it also exits when its parent
 * is gone.
 */
import { availableParallelism, getPriority, setPriority } from 'node:os';
import { join } from 'node:path';
import { DICTIONARY, findNative, loadSegmenter } from '../node/segmenters.ts';
import { writeFailure } from '../node/systemErrors.ts';
import { CHILD_PRIORITY } from './childPriority.ts';
import type { ChildMessage, ChildRequest, ChildTask, IndexProgress, IndexReport, UpdateTask } from './protocol.ts';
import { updateIndex } from './updateIndex.ts';
import { clearIndexes, quarantine } from './upkeep.ts';

const PROGRESS_INTERVAL_MS = 100;

function send(message: ChildMessage): void {
  process.send?.(message);
}

/**
 * Sends the last message and disconnects once it is out. A long report takes more than one write, and what is not sent
 * when the channel closes is lost.
 */
function sendLast(message: ChildMessage): void {
  process.send?.(message, undefined, undefined, () => {
    if (process.connected) process.disconnect();
  });
}

if (getPriority() < CHILD_PRIORITY) setPriority(CHILD_PRIORITY);

let isCancelled = false;

async function run(task: ChildTask): Promise<void> {
  try {
    sendLast(await outcomeOf(task));
  } catch (error) {
    sendLast({ type: 'failed', name: (error as Error).name, message: writeFailure(error) });
  }
}

async function outcomeOf(task: ChildTask): Promise<ChildMessage> {
  switch (task.type) {
    case 'update':
      return { type: 'updated', report: await update(task) };
    case 'quarantine':
      await quarantine(task);
      return { type: 'quarantined' };
    case 'clear':
      await clearIndexes(task);
      return { type: 'cleared' };
  }
}

/** Sends progress to the parent: each new phase at once, within a phase one message in `PROGRESS_INTERVAL_MS`. */
class ProgressMessages {
  #sentAt = 0;
  #phase = '';

  report(progress: IndexProgress): void {
    const now = performance.now();
    if (progress.phase === this.#phase && now - this.#sentAt < PROGRESS_INTERVAL_MS) return;
    this.#phase = progress.phase;
    this.#sentAt = now;
    send({ type: 'progress', progress });
  }

  /** Has the next report sent, however soon it comes. */
  sendNext(): void {
    this.#phase = '';
  }
}

async function update(task: UpdateTask): Promise<IndexReport> {
  const dictionaryPath = join(task.assetDirectory, 'dictionary', DICTIONARY);
  const progress = new ProgressMessages();
  let isNative = false;
  const notices: string[] = [];
  const report = await updateIndex({
    indexDirectory: task.indexDirectory,
    paths: task.paths,
    verify: task.verify,
    retry: task.retry,
    ...(availableParallelism() > 1 && { builder: { path: join(__dirname, 'builder.cjs'), data: { dictionaryPath } } }),
    cMapDirectory: join(task.assetDirectory, 'cmaps'),
    isCancelled: () => isCancelled,
    loadSegmenter: () => {
      const native = task.segmenter === 'any' ? findNative(__filename) : undefined;
      send({ type: 'native', isLoading: native !== undefined });
      const { segmenter, kind, badLines } = loadSegmenter(join(task.assetDirectory, 'dictionary'), native);
      if (badLines > 0) notices.push(`词典有 ${badLines} 行不合格式，已略过`);
      send({ type: 'native', isLoading: false });
      isNative = kind === 'native';
      return segmenter;
    },
    loadPhraseKnowledge: async () => {
      const { readPhraseKnowledge } = await import('./readPhrases.ts');
      return readPhraseKnowledge(dictionaryPath);
    },
    onProgress: step => progress.report(step),
    onFile: path => send({ type: 'file', path }),
    onContent: hash => send({ type: 'content', hash }),
    onSplit: (path, hash) => {
      if (!isNative) return; // ours neither ends the process nor hangs
      progress.sendNext(); // the supervisor is told in any case when this file is done
      send({ type: 'file', path });
      send({ type: 'content', hash });
    },
  });
  return { ...report, notices };
}

process.on('message', message => {
  const request = message as ChildRequest;
  if (request.type === 'cancel') isCancelled = true;
  else void run(request);
});
process.once('disconnect', () => process.exit());
