import * as vscode from 'vscode';
import { checkedSetting, languageId, type SettingName, type Settings } from '../manifest.ts';

export function readSetting<K extends SettingName>(name: K): Settings[K] {
  return checkedSetting(name, vscode.workspace.getConfiguration().get(name));
}

/**
 * Whether a language-overridable switch is on in `document`. In our own language the setting applies as it is; in other languages, whose
 * files are not only drafts, it applies only where it is set for that language: `"[markdown]": { … }`.
 */
export function isOnIn(
  document: vscode.TextDocument,
  name: { [K in SettingName]: Settings[K] extends boolean ? K : never }[SettingName],
): boolean {
  const configuration = vscode.workspace.getConfiguration(undefined, document);
  if (document.languageId === languageId) return checkedSetting(name, configuration.get(name));
  const found = configuration.inspect(name);
  return (found?.workspaceFolderLanguageValue ?? found?.workspaceLanguageValue ?? found?.globalLanguageValue) === true;
}

/** Changes the user's own setting, never the workspace's. */
export async function writeSetting<K extends SettingName>(name: K, value: Settings[K]): Promise<void> {
  await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
}

/** Calls `listener` whenever one of `names` may have changed. */
export function onSettingChange(names: readonly SettingName[], listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration(event => {
    if (names.some(name => event.affectsConfiguration(name))) listener();
  });
}
