import * as vscode from 'vscode';
import { commands, languageId } from '../../manifest.ts';
import { filesIn } from '../../vscode/languages.ts';
import { t } from '../../vscode/messages.ts';

/** In an empty 讲稿: offers ways to begin. It disappears with the first character. */
export function registerEmptyDraftLens(): vscode.Disposable {
  return vscode.languages.registerCodeLensProvider(filesIn([languageId]), {
    provideCodeLenses: document => {
      if (document.getText().trim() !== '') return [];
      const range = new vscode.Range(0, 0, 0, 0);
      return [
        new vscode.CodeLens(range, { title: t('newSpeech.command'), command: commands.newSpeech }),
        new vscode.CodeLens(range, { title: t('template.command'), command: commands.insertTemplate }),
      ];
    },
  });
}
