import * as vscode from 'vscode';
import { commands } from '../../manifest.ts';
import { onSettingChange, readSetting, writeSetting } from '../../vscode/config.ts';
import { currentLanguage } from '../../vscode/languages.ts';
import { t } from '../../vscode/messages.ts';

/** One click or command switches everything that appears while drafting: list, ghost text and hover. */
export function registerSuggestionSwitch(): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('switch', vscode.StatusBarAlignment.Right, 99);
  item.name = t('switch.name');
  item.command = commands.toggle;
  const update = () => {
    const language = currentLanguage();
    if (language === undefined || !readSetting('jianggao.languages').includes(language)) return item.hide();
    const isOn = readSetting('jianggao.enabled');
    item.text = t(isOn ? 'switch.on' : 'switch.off');
    item.tooltip = t(isOn ? 'switch.tooltipOn' : 'switch.tooltipOff');
    item.show();
  };
  update();
  return vscode.Disposable.from(
    item,
    onSettingChange(['jianggao.enabled', 'jianggao.languages'], update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidOpenTextDocument(update), // also fired when the language of a document changes
    vscode.commands.registerCommand(commands.toggle, toggle),
  );
}

/** Closes what is being shown. */
async function toggle(): Promise<void> {
  await writeSetting('jianggao.enabled', !readSetting('jianggao.enabled'));
  await vscode.commands.executeCommand('hideSuggestWidget');
  await vscode.commands.executeCommand('editor.action.inlineSuggest.hide');
}
