import * as vscode from 'vscode';
import type { SpeechService } from '../../core/service/speechService.ts';
import { onSettingChange, readSetting } from '../../vscode/config.ts';
import { toRange } from '../../vscode/convert.ts';
import { isDraft, onActiveLanguagesChange } from '../../vscode/languages.ts';
import { type Log, orNothing } from '../../vscode/log.ts';

/** The caret has to rest so long, in milliseconds: whoever moves or types on looks at other things. */
const restTime = 200;

/** Underlines the members of the series at the caret, for those who want it. */
export function registerSeriesDecoration(service: SpeechService, log: Log): vscode.Disposable {
  const underline = vscode.window.createTextEditorDecorationType({
    textDecoration: 'underline dashed',
  });
  let timer: NodeJS.Timeout | undefined;
  const show = async (editor: vscode.TextEditor): Promise<void> => {
    const { document, selection } = editor;
    const { version } = document;
    const request = { text: document.getText(), offset: document.offsetAt(selection.active) };
    const found = await orNothing(log, service.seriesAt(request));
    if (document.version !== version || !editor.selection.isEqual(selection)) return;
    editor.setDecorations(
      underline,
      (found?.members ?? []).map(member => toRange(document, member)),
    );
  };
  const showSoon = (editor: vscode.TextEditor | undefined): void => {
    clearTimeout(timer);
    if (editor === undefined) return;
    editor.setDecorations(underline, []);
    if (readSetting('jianggao.series.decorate') && isDraft(editor.document))
      timer = setTimeout(() => void show(editor), restTime);
  };
  const showCurrent = (): void => showSoon(vscode.window.activeTextEditor);
  return vscode.Disposable.from(
    underline,
    new vscode.Disposable(() => clearTimeout(timer)),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => showSoon(textEditor)),
    vscode.window.onDidChangeActiveTextEditor(showSoon),
    onSettingChange(['jianggao.series.decorate'], showCurrent),
    onActiveLanguagesChange(showCurrent),
  );
}
