import * as vscode from 'vscode';
import { contextKeys, type SupportedLanguage, supportedLanguages } from '../manifest.ts';
import { onSettingChange, readSetting } from './config.ts';
import { setContext } from './context.ts';

/** URI schemes of drafts. The chat input and the peek view are `plaintext` too, under schemes of their own. */
const draftSchemes = ['file', 'untitled'];

/** Languages in which the extension is active; none while it is switched off. */
export function activeLanguages(): readonly string[] {
  return readSetting('jianggao.enabled') ? readSetting('jianggao.languages') : [];
}

/** The language of the focused document, if the extension supports it. */
export function currentLanguage(): SupportedLanguage | undefined {
  const id = vscode.window.activeTextEditor?.document.languageId;
  return supportedLanguages.find(language => language === id);
}

/** Whether `document` is a draft in which the extension is active. */
export function isDraft(document: vscode.TextDocument): boolean {
  return draftSchemes.includes(document.uri.scheme) && activeLanguages().includes(document.languageId);
}

export function onActiveLanguagesChange(listener: () => void): vscode.Disposable {
  return onSettingChange(['jianggao.enabled', 'jianggao.languages'], listener);
}

/** Keeps the registrations that `register` makes for the active languages, and renews them when these change. */
export function registerForDrafts(
  register: (selector: vscode.DocumentSelector) => vscode.Disposable,
): vscode.Disposable {
  let current = register(draftSelector());
  const change = onActiveLanguagesChange(() => {
    current.dispose();
    current = register(draftSelector());
  });
  return new vscode.Disposable(() => {
    change.dispose();
    current.dispose();
  });
}

function draftSelector(): vscode.DocumentFilter[] {
  return filesIn(activeLanguages());
}

/** All files and unsaved documents in `languages`. */
export function filesIn(languages: readonly string[]): vscode.DocumentFilter[] {
  return languages.flatMap(language => draftSchemes.map(scheme => ({ language, scheme })));
}

/** Sets the context key that lets keybindings say `editorLangId in jianggao.languages`. */
export function registerLanguageContext(): vscode.Disposable {
  const update = () => setContext(contextKeys.languages, activeLanguages());
  update();
  return onActiveLanguagesChange(update);
}
