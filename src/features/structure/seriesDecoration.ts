import * as vscode from 'vscode';
import { onSettingChange, readSetting } from '../../vscode/config.ts';
import { draftAt, toRange } from '../../vscode/convert.ts';
import { isDraft, onActiveLanguagesChange } from '../../vscode/languages.ts';
import { orNothing } from '../../vscode/log.ts';
import type { CorpusQueries } from '../provenance/source.ts';

/** Milliseconds for which the caret must rest: whoever moves or types on is looking elsewhere. */
const restTime = 200;

/** Underlines the members of the series at the caret, if the user has enabled it. */
export function registerSeriesDecoration({ service, log }: CorpusQueries): vscode.Disposable {
  const underline = vscode.window.createTextEditorDecorationType({
    textDecoration: 'underline dashed',
  });
  let timer: NodeJS.Timeout | undefined;
  const show = async (editor: vscode.TextEditor): Promise<void> => {
    const { document, selection } = editor;
    const { version } = document;
    const found = await orNothing(log, service.seriesAt(draftAt(document, selection.active)));
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
