import type * as vscode from 'vscode';
import { contextKeys, type corpusStates } from '../../manifest.ts';
import { readSetting } from '../../vscode/config.ts';
import { setContext } from '../../vscode/context.ts';
import type { CorpusSession } from './corpusSession.ts';

/** What state the corpus is in, as far as views and menus tell. With no folder chosen there is nothing of the user's own in it. */
export function namedState({ state, report }: CorpusSession): (typeof corpusStates)[number] {
  const hasFolders = readSetting('jianggao.corpus.folders').length > 0;
  if (state.kind !== 'ready' && state.kind !== 'empty') return state.kind;
  if (report === undefined) return 'empty';
  return hasFolders ? 'ready' : 'starter';
}

/** Lets `when` clauses of views and commands say `jianggao.corpus == indexing`. */
export function registerCorpusContext(session: CorpusSession): vscode.Disposable {
  let told: string | undefined;
  const tell = () => {
    const state = namedState(session);
    // Progress comes with every file.
    if (state !== told) setContext(contextKeys.corpus, state);
    told = state;
  };
  tell();
  return session.onDidChangeState(tell);
}
