import * as vscode from 'vscode';
import { focusCommand, views } from '../../manifest.ts';
import { onSettingChange, readSetting } from '../../vscode/config.ts';
import { t } from '../../vscode/messages.ts';
import type { DraftMeter } from './draftMeter.ts';
import { lengthText, lengthTooltip, selectionText } from './lengthText.ts';

/** «1,234字 · 约7分钟» in the status bar, for the draft or the selected text; a click shows the shares of the sections. */
export function registerLengthStatus(meter: DraftMeter): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('length', vscode.StatusBarAlignment.Right, 101);
  item.name = t('length.name');
  item.command = focusCommand(views.proportions);
  const update = () => {
    const { draft } = meter;
    const editor = vscode.window.activeTextEditor;
    if (draft === undefined) return item.hide();
    const rate = readSetting('jianggao.speech.rate');
    const rule = readSetting('jianggao.length.rule');
    const selections = editor?.document === draft.document ? editor.selections : [];
    const selected = selections.map(selection => draft.document.getText(selection));
    item.text = selectionText(selected, rate, rule) ?? lengthText(draft.length.characters, rate);
    item.tooltip = lengthTooltip(draft.length.totals, rate, rule);
    item.show();
  };
  update();
  return vscode.Disposable.from(
    item,
    meter.onDidMeasure(update),
    vscode.window.onDidChangeTextEditorSelection(update),
    onSettingChange(['jianggao.speech.rate'], update),
  );
}
