import type * as vscode from 'vscode';
import { contextKeys, type corpusStates } from '../../manifest.ts';
import { readSetting } from '../../vscode/config.ts';
import { setContext } from '../../vscode/context.ts';
import type { CorpusSession } from './corpusSession.ts';

/** The state of the corpus as views and menus distinguish it. Without chosen folders it contains nothing of the user's own. */
export function namedState({ state, report }: CorpusSession): (typeof corpusStates)[number] {
  const hasFolders = readSetting('jianggao.corpus.folders').length > 0;
  if (state.kind !== 'ready' && state.kind !== 'empty') return state.kind;
  if (report === undefined) return 'empty';
  return hasFolders ? 'ready' : 'starter';
}

/** Sets the context key that lets `when` clauses say `jianggao.corpus == indexing`. */
export function registerCorpusContext(session: CorpusSession): vscode.Disposable {
  let told: string | undefined;
  const tell = () => {
    const state = namedState(session);
    // The state fires for every file; the key changes rarely.
    if (state !== told) setContext(contextKeys.corpus, state);
    told = state;
  };
  tell();
  return session.onDidChangeState(tell);
}
