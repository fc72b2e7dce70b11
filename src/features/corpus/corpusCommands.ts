import * as vscode from 'vscode';
import type { IndexReport } from '../../indexer/protocol.ts';
import { commands, focusCommand, views } from '../../manifest.ts';
import { readSetting, writeSetting } from '../../vscode/config.ts';
import { describeError, type Log } from '../../vscode/log.ts';
import { inDisplayLanguage, t } from '../../vscode/messages.ts';
import { showFailure } from '../../vscode/showFailure.ts';
import { type CorpusState, isCancelled } from './corpusEngine.ts';
import { isIndexDirectoryName } from './corpusFolders.ts';
import type { CorpusSession } from './corpusSession.ts';

export function registerCorpusCommands(session: CorpusSession, storage: vscode.Uri, log: Log): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.addCorpusFolder, () => addFolder(session)),
    vscode.commands.registerCommand(commands.reindex, () => runVisibly(session, () => session.rebuild())),
    vscode.commands.registerCommand(commands.stopIndexing, () => session.pause()),
    vscode.commands.registerCommand(commands.resumeIndexing, () => runVisibly(session, () => session.update())),
    vscode.commands.registerCommand(commands.clearIndex, () => clear(session, storage)),
    vscode.commands.registerCommand(commands.showLog, () => log.show()),
    session.onDidChangeState(state => logState(session, state, log)),
  );
}

async function addFolder(session: CorpusSession): Promise<void> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectFolders: true,
    canSelectFiles: false,
    canSelectMany: true,
    title: t('corpus.pickTitle'),
    openLabel: t('corpus.pick'),
  });
  if (chosen === undefined || chosen.length === 0) return;
  const folders = new Set([...readSetting('jianggao.corpus.folders'), ...chosen.map(uri => uri.fsPath)]);
  await runVisibly(session, async () => {
    await writeSetting('jianggao.corpus.folders', [...folders]);
    return session.update();
  });
}

/** «清除索引»: removes every index from disk, also of folders chosen earlier. This costs only time, so no confirmation is needed. */
async function clear(session: CorpusSession, storage: vscode.Uri): Promise<void> {
  try {
    const indexes = await indexDirectories(storage);
    await session.clear(indexes.map(({ fsPath }) => fsPath));
    for (const index of indexes) await vscode.workspace.fs.delete(index, { recursive: true, useTrash: false });
    void vscode.window.showInformationMessage(t('corpus.cleared'));
  } catch (error) {
    showFailure('corpus.notCleared', error);
  }
}

async function indexDirectories(storage: vscode.Uri): Promise<vscode.Uri[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(storage);
    return entries.flatMap(([name]) => (isIndexDirectoryName(name) ? [vscode.Uri.joinPath(storage, name)] : []));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return []; // nothing was ever indexed
    throw error;
  }
}

/** An indexing run that the user has started shows its progress and result; background runs show only in the status bar. */
async function runVisibly(session: CorpusSession, run: () => Promise<IndexReport>): Promise<void> {
  try {
    const report = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: t('corpus.indexing'), cancellable: true },
      async (progress, token) => {
        let shown = 0;
        const watching = session.onDidChangeState(state => {
          if (state.kind !== 'indexing' || !state.progress?.total) return;
          const { done, total } = state.progress;
          const percent = (done / total) * 100;
          progress.report({ message: `${done}/${total}`, increment: Math.max(0, percent - shown) });
          shown = percent;
        });
        const stopping = token.onCancellationRequested(() => session.pause());
        try {
          return await run();
        } finally {
          watching.dispose();
          stopping.dispose();
        }
      },
    );
    void tell(report); // ends when the user closes the message
  } catch (error) {
    if (isCancelled(error)) return; // the user knows
    showFailure('corpus.failed', error);
  }
}

async function tell(report: IndexReport): Promise<void> {
  const message = t('corpus.done', report.documents, report.characters, report.skipped.length);
  const actions = report.skipped.length > 0 ? [t('corpus.showSkipped')] : [];
  const chosen = await vscode.window.showInformationMessage(message, ...actions);
  if (chosen !== undefined) await vscode.commands.executeCommand(focusCommand(views.skippedFiles));
}

function logState({ report }: CorpusSession, state: CorpusState, log: Log): void {
  if (state.kind === 'failed') log.error(t('corpus.failed', describeError(state.cause)));
  if (state.kind === 'paused') {
    if (state.cause === undefined) log.info(t('corpus.stopped'));
    else log.warn(describeError(state.cause));
  }
  if ((state.kind !== 'ready' && state.kind !== 'empty') || report === undefined) return;
  const { documents, characters, segments, milliseconds, skipped, notices } = report;
  log.info(t('log.indexed', documents, characters, segments, Math.round(milliseconds), skipped.length));
  for (const notice of notices) log.warn(notice);
  for (const { path, reason } of skipped) log.info(t('log.skipped', path, inDisplayLanguage(reason)));
}
