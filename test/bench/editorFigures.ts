import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { measureInChild } from './children.ts';
import { type CleanCorpus, emptyDirectory } from './cleanCorpus.ts';
import type { HostFigures, HostTask } from './hostProcess.ts';
import type { ServiceFigures, ServiceTask, ServingMemory } from './serviceProcess.ts';

/** What the editor feels of a corpus. */
export interface EditorFigures {
  readonly service: ServiceFigures;
  /** The same process over an index without documents: what the editor and its worker take anyway. */
  readonly emptyMemory: ServingMemory;
  readonly host: HostFigures;
}

/** @param indexDirectory index of `corpus` */
export async function measureEditor(
  corpus: CleanCorpus,
  indexDirectory: string,
  asked: Pick<ServiceTask, 'drafts' | 'typed' | 'phrases'>,
): Promise<EditorFigures> {
  const scratch = emptyDirectory(`${indexDirectory}-editor`);
  const ask = (directory: string): Promise<ServiceFigures> =>
    measureInChild('serviceProcess.ts', [], { indexDirectory: directory, ...asked } satisfies ServiceTask);
  const service = await ask(indexDirectory);
  const { memory: emptyMemory } = await ask(join(scratch, 'nothing'));
  const { drafts } = asked;
  const hostTask: HostTask = { indexDirectory: join(scratch, 'index'), paths: corpus.sources, drafts };
  const host = await measureInChild<HostFigures>('hostProcess.ts', [], hostTask);
  rmSync(scratch, { recursive: true, force: true });
  return { service, emptyMemory, host };
}
