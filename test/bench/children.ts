import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const OPTIONS = ['--disable-warning=ExperimentalWarning'];
/** For engines that hold whole corpora. V8 then collects late, so what such a process takes is not what an editor would. */
export const LARGE_HEAP = ['--max-old-space-size=8192'];

/**
 * Runs a measuring process: it is sent the task, answers with its figures and ends. Rejects if it ends without.
 * @param heap options for V8's heap; without them it is that of an extension host, which the editor starts with none
 */
export async function measureInChild<Figures>(
  script: string,
  words: readonly string[],
  task: unknown,
  heap: readonly string[] = [],
): Promise<Figures> {
  const child = fork(join(import.meta.dirname, script), words, {
    serialization: 'advanced',
    execArgv: [...OPTIONS, ...heap],
  });
  const ended = once(child, 'exit');
  const answered = once(child, 'message');
  child.send(task as object);
  const first = await Promise.race([
    answered,
    ended.then(([code]) => new Error(`${script} ${words.join(' ')}: ${code}`)),
  ]);
  if (first instanceof Error) throw first;
  await ended;
  return first[0] as Figures;
}
