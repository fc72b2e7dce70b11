import type { corpusStates } from '../../manifest.ts';
import { readSetting } from '../../vscode/config.ts';
import type { CorpusSession } from './corpusSession.ts';

/** What state the corpus is in, as far as views and menus tell. With no folder chosen there is nothing of the user's own in it. */
export function namedState({ state, report }: CorpusSession): (typeof corpusStates)[number] {
  const hasFolders = readSetting('jianggao.corpus.folders').length > 0;
  if (state.kind !== 'ready' && state.kind !== 'empty') return state.kind;
  if (report === undefined) return 'empty';
  return hasFolders ? 'ready' : 'starter';
}
