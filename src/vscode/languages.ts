import * as vscode from 'vscode';
import { contextKeys, type SupportedLanguage, supportedLanguages } from '../manifest.ts';
import { onSettingChange, readSetting } from './config.ts';
import { setContext } from './context.ts';

/** Schemes of documents a person drafts in. The chat input and the peek view are `plaintext` too, under schemes of their own. */
const draftSchemes = ['file', 'untitled'];

/** Languages the extension is at work in, none while it is switched off. */
export function activeLanguages(): readonly string[] {
  return readSetting('jianggao.enabled') ? readSetting('jianggao.languages') : [];
}

/** The language of the document with the focus, if the extension can work in it. */
export function currentLanguage(): SupportedLanguage | undefined {
  const id = vscode.window.activeTextEditor?.document.languageId;
  return supportedLanguages.find(language => language === id);
}

/** Is `document` one of the drafts the extension works in? */
export function isDraft(document: vscode.TextDocument): boolean {
  return draftSchemes.includes(document.uri.scheme) && activeLanguages().includes(document.languageId);
}

export function onActiveLanguagesChange(listener: () => void): vscode.Disposable {
  return onSettingChange(['jianggao.enabled', 'jianggao.languages'], listener);
}

/** Keeps what `register` made for the drafts of all active languages, and makes it anew when these change. */
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

/** Lets keybindings say `editorLangId in jianggao.languages`. */
export function registerLanguageContext(): vscode.Disposable {
  const update = () => setContext(contextKeys.languages, activeLanguages());
  update();
  return onActiveLanguagesChange(update);
}
