import * as vscode from 'vscode';
import type { IndexProgress } from '../../indexer/protocol.ts';
import { commands, focusCommand, type SupportedLanguage, triggers, views } from '../../manifest.ts';
import { onSettingChange, readSetting, writeSetting } from '../../vscode/config.ts';
import { currentLanguage } from '../../vscode/languages.ts';
import { t } from '../../vscode/messages.ts';
import type { CorpusState } from './corpusEngine.ts';
import type { CorpusSession } from './corpusSession.ts';

/** «讲稿 ✓» at the right of the status bar, for documents in a supported language; a click opens the menu of all switches. */
export function registerStatusBar(session: CorpusSession): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('menu', vscode.StatusBarAlignment.Right, 100);
  item.name = t('menu.title');
  item.command = commands.showMenu;
  const update = () => {
    const language = currentLanguage();
    if (language === undefined) return item.hide();
    const { text, tooltip } = describe(language, session.state);
    item.text = text;
    item.tooltip = tooltip;
    item.show();
  };
  update();
  return vscode.Disposable.from(
    item,
    session.onDidChangeState(update),
    onSettingChange(['jianggao.enabled', 'jianggao.languages'], update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidOpenTextDocument(update), // also fired when the language of a document changes
    vscode.commands.registerCommand(commands.showMenu, () => showMenu(session)),
    vscode.commands.registerCommand(commands.chooseTrigger, chooseTrigger),
  );
}

function describe(language: SupportedLanguage, state: CorpusState): { text: string; tooltip: string } {
  const tooltip = t('status.tooltip');
  if (!readSetting('jianggao.enabled')) return { text: t('status.off'), tooltip };
  if (!readSetting('jianggao.languages').includes(language)) {
    return { text: t('status.notHere'), tooltip: t('status.tooltipNotHere') };
  }
  switch (state.kind) {
    case 'waiting':
      return { text: t('status.waiting'), tooltip };
    case 'indexing':
      if (state.isElsewhere) return { text: t('status.indexing'), tooltip: t('status.tooltipElsewhere') };
      return describeProgress(state.progress);
    case 'paused': {
      const { progress, cause } = state;
      const text = progress?.total ? t('status.pausedOf', progress.done, progress.total) : t('status.paused');
      return { text, tooltip: t(cause === undefined ? 'status.tooltipPaused' : 'status.tooltipPausedItself') };
    }
    case 'ready':
      return {
        text: t('status.ready'),
        tooltip: t('status.tooltipReady', state.report.documents, state.report.characters),
      };
    case 'empty':
      return { text: t('status.empty'), tooltip };
    case 'failed':
      return { text: t('status.failed'), tooltip: t('status.tooltipFailed') };
  }
}

function describeProgress(progress: IndexProgress | undefined): { text: string; tooltip: string } {
  if (progress === undefined || progress.total === 0) {
    return { text: t('status.indexing'), tooltip: t('status.tooltipScanning') };
  }
  const { phase, done, total } = progress;
  const tooltip = phase === 'import' ? t('status.tooltipReading', done, total) : t('status.tooltipWriting');
  return { text: t('status.indexingOf', done, total), tooltip };
}

interface MenuItem extends vscode.QuickPickItem {
  readonly run: () => unknown;
}

async function showMenu({ state, report }: CorpusSession): Promise<void> {
  const enabled = readSetting('jianggao.enabled');
  const language = currentLanguage();
  const command = (id: string) => () => vscode.commands.executeCommand(id);
  const skipped = report?.skipped.length ?? 0;
  const items: MenuItem[] = [
    ...(state.kind === 'indexing' ? [{ label: t('menu.stop'), run: command(commands.stopIndexing) }] : []),
    ...(state.kind === 'paused' ? [{ label: t('menu.resume'), run: command(commands.resumeIndexing) }] : []),
    { label: `$(new-file) ${t('newSpeech.command')}`, run: command(commands.newSpeech) },
    { label: t(enabled ? 'menu.turnOff' : 'menu.turnOn'), run: command(commands.toggle) },
    ...(language !== undefined && language !== 'jianggao' && enabled ? [languageItem(language)] : []),
    {
      label: t('menu.trigger', t(`trigger.${readSetting('jianggao.completion.trigger')}`)),
      run: command(commands.chooseTrigger),
    },
    ghostItem(),
    { label: t('menu.forget'), run: command(commands.forgetLearned) },
    { label: t('menu.addFolder'), run: command(commands.addCorpusFolder) },
    { label: t('menu.reindex'), run: command(commands.reindex) },
    ...(skipped > 0 ? [{ label: t('menu.skipped', skipped), run: command(focusCommand(views.skippedFiles)) }] : []),
    { label: t('menu.clear'), run: command(commands.clearIndex) },
    { label: t('menu.log'), run: command(commands.showLog) },
  ];
  const chosen = await vscode.window.showQuickPick(items, { title: t('menu.title') });
  await chosen?.run();
}

function ghostItem(): MenuItem {
  const isOn = readSetting('jianggao.ghostText.enabled');
  return {
    label: t(isOn ? 'menu.ghostOn' : 'menu.ghostOff'),
    run: () => writeSetting('jianggao.ghostText.enabled', !isOn),
  };
}

function languageItem(language: SupportedLanguage): MenuItem {
  const languages = readSetting('jianggao.languages');
  const here = languages.includes(language);
  return {
    label: t(here ? 'menu.disableHere' : 'menu.enableHere', t(`language.${language}`)),
    run: () =>
      writeSetting('jianggao.languages', here ? languages.filter(id => id !== language) : [...languages, language]),
  };
}

async function chooseTrigger(): Promise<void> {
  const current = readSetting('jianggao.completion.trigger');
  const items = triggers.map(trigger => ({
    label: `${trigger === current ? '$(check) ' : ''}${t(`trigger.${trigger}`)}`,
    detail: t(`trigger.${trigger}Detail`),
    trigger,
  }));
  const chosen = await vscode.window.showQuickPick(items, { title: t('menu.title') });
  if (chosen !== undefined) await writeSetting('jianggao.completion.trigger', chosen.trigger);
}
