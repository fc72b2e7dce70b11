import * as vscode from 'vscode';
import { onSettingChange } from '../../vscode/config.ts';
import { isDraft, onActiveLanguagesChange } from '../../vscode/languages.ts';
import { showFailure } from '../../vscode/showFailure.ts';
import type { CorpusSession } from './corpusSession.ts';

/** Starts indexing in the background once a draft is open, so that someone who only reads a README pays nothing. */
export function registerIndexing(session: CorpusSession): vscode.Disposable {
  const startIfNeeded = () => {
    if (vscode.workspace.textDocuments.some(isDraft)) ignoreFailure(session.start());
  };
  let told = false;
  startIfNeeded();
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(startIfNeeded),
    onActiveLanguagesChange(startIfNeeded),
    onSettingChange(['jianggao.corpus.folders', 'jianggao.corpus.starter', 'jianggao.cards.folder'], () =>
      ignoreFailure(session.follow()),
    ),
    session.onDidChangeState(state => {
      const cause = state.kind === 'failed' || state.kind === 'paused' ? state.cause : undefined;
      if (cause === undefined || told) return;
      told = true; // once a window; afterwards the status bar says so
      showFailure('corpus.failed', cause);
    }),
  );
}

/** Failures are shown through the session's state. */
function ignoreFailure(work: Promise<unknown>): void {
  work.catch(() => undefined);
}
