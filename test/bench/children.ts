import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const OPTIONS = ['--max-old-space-size=8192', '--disable-warning=ExperimentalWarning'];

/** Runs a measuring process: it is sent the task, answers with its figures and ends. Rejects if it ends without. */
export async function measureInChild<Figures>(
  script: string,
  words: readonly string[],
  task: unknown,
): Promise<Figures> {
  const child = fork(join(import.meta.dirname, script), words, { serialization: 'advanced', execArgv: OPTIONS });
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
