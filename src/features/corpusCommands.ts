import * as vscode from 'vscode';
import type { IndexReport } from '../indexer/protocol.ts';
import { commands } from '../manifest.ts';
import { readSetting, writeSetting } from '../vscode/config.ts';
import { describeError, type Log } from '../vscode/log.ts';
import { forNotification } from '../vscode/markup.ts';
import { t } from '../vscode/messages.ts';
import type { CorpusSession, CorpusState } from './corpusSession.ts';

export function registerCorpusCommands(session: CorpusSession, log: Log): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.addCorpusFolder, () => addFolder(session, log)),
    vscode.commands.registerCommand(commands.reindex, () => runVisibly(session, log, () => session.rebuild())),
    vscode.commands.registerCommand(commands.clearIndex, () => clear(session)),
    vscode.commands.registerCommand(commands.showLog, () => log.show()),
    session.onDidChangeState(state => logState(state, log)),
  );
}

async function addFolder(session: CorpusSession, log: Log): Promise<void> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectFolders: true,
    canSelectFiles: false,
    canSelectMany: true,
    openLabel: t('corpus.pick'),
  });
  if (chosen === undefined || chosen.length === 0) return;
  const folders = new Set([...readSetting('jianggao.corpus.folders'), ...chosen.map(uri => uri.fsPath)]);
  await runVisibly(session, log, async () => {
    await writeSetting('jianggao.corpus.folders', [...folders]);
    return session.update();
  });
}

async function clear(session: CorpusSession): Promise<void> {
  const confirm = t('corpus.clearConfirm');
  const answer = await vscode.window.showWarningMessage(t('corpus.clearQuestion'), { modal: true }, confirm);
  if (answer !== confirm) return;
  await session.clear();
  void vscode.window.showInformationMessage(t('corpus.cleared'));
}

/** Indexing the user has asked for shows its progress and its result; in the background only the status bar does. */
async function runVisibly(session: CorpusSession, log: Log, run: () => Promise<IndexReport>): Promise<void> {
  try {
    const report = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: t('corpus.indexing') },
      async progress => {
        const watching = session.onDidChangeState(state => {
          if (state.kind !== 'indexing' || state.progress === undefined) return;
          progress.report({ message: `${state.progress.done}/${state.progress.total}` });
        });
        try {
          return await run();
        } finally {
          watching.dispose();
        }
      },
    );
    await tell(report, log);
  } catch (error) {
    void vscode.window.showErrorMessage(t('corpus.failed', forNotification(describeError(error), 200)));
  }
}

async function tell(report: IndexReport, log: Log): Promise<void> {
  const message = t('corpus.done', report.documents, report.characters, report.skipped.length);
  const actions = report.skipped.length > 0 ? [t('corpus.showSkipped')] : [];
  if ((await vscode.window.showInformationMessage(message, ...actions)) !== undefined) log.show();
}

function logState(state: CorpusState, log: Log): void {
  if (state.kind === 'failed') log.error(t('corpus.failed', describeError(state.cause)));
  if (state.kind !== 'ready') return;
  const { documents, characters, segments, milliseconds, skipped } = state.report;
  log.info(t('log.indexed', documents, characters, segments, milliseconds, skipped.length));
  for (const { path, reason } of skipped) log.info(t('log.skipped', path, reason));
}
