import * as vscode from 'vscode';
import type { Retry } from '../../indexer/protocol.ts';
import type { views } from '../../manifest.ts';
import { showFailure } from '../../vscode/showFailure.ts';
import { isCancelled } from './corpusEngine.ts';
import type { CorpusSession } from './corpusSession.ts';

/** Indexes files again, with progress shown in a view. The result appears in the view and the status bar; only a failure is reported. */
export async function updateInView(
  session: CorpusSession,
  viewId: (typeof views)[keyof typeof views],
  retry: Retry,
): Promise<void> {
  try {
    await vscode.window.withProgress({ location: { viewId } }, () => session.update({ retry }));
  } catch (error) {
    if (!isCancelled(error)) showFailure('corpus.failed', error);
  }
}
