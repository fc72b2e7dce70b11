import * as vscode from 'vscode';
import { checkedSetting, type SettingName, type Settings } from '../manifest.ts';

export function readSetting<K extends SettingName>(name: K): Settings[K] {
  return checkedSetting(name, vscode.workspace.getConfiguration().get(name));
}

/** Where a setting is changed by a command it is the user's own one that changes, never the workspace's. */
export async function writeSetting<K extends SettingName>(name: K, value: Settings[K]): Promise<void> {
  await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
}

/** Calls `listener` whenever one of `names` may have changed. */
export function onSettingChange(names: readonly SettingName[], listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration(event => {
    if (names.some(name => event.affectsConfiguration(name))) listener();
  });
}
