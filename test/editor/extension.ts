// The extension under test: its API, its settings for the length of a test, and its list as a person sees it.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension.ts';
import type { SettingName, Settings } from '../../src/manifest.ts';
import type { SuggestRow } from '../host/driverOperations.ts';
import { driver } from './driver.ts';
import { closeDrafts, openDraft, until } from './support.ts';

export function extensionApi(): ExtensionApi {
  const extension = vscode.extensions.getExtension<ExtensionApi>('jianggao.jianggao');
  assert.ok(extension?.isActive);
  return extension.exports;
}

/** For mocha's `before`: the tests below read test/fixtures/corpus, which the launcher names in the settings. */
export async function fixtureCorpus(): Promise<void> {
  await extensionApi().whenReady();
  const { hits } = await extensionApi().service.lookup({ phrase: '功夫下在河里' });
  assert.ok(hits.length > 0, 'jianggao.corpus.folders is not the fixture corpus');
}

/** Sets a setting; returns what puts it back. */
export async function withSetting<K extends SettingName>(name: K, value: Settings[K]): Promise<() => Promise<void>> {
  const configuration = vscode.workspace.getConfiguration();
  const before = configuration.inspect(name)?.globalValue;
  await configuration.update(name, value, vscode.ConfigurationTarget.Global);
  return () =>
    Promise.resolve(vscode.workspace.getConfiguration().update(name, before, vscode.ConfigurationTarget.Global));
}

/** The row of the list that is labelled `label`, once there. */
export function untilOffered(label: string): Promise<SuggestRow> {
  return until(async () => (await driver.suggest())?.find(row => row.label === label), `${label} in the list`);
}

export function untilClosed(): Promise<boolean> {
  return until(async () => (await driver.suggest()) === null, 'the list to close');
}

/**
 * For mocha's `before`: the editor makes its part for ghost text some seconds after the first draft of a window is open, or when one
 * of its commands is called.
 */
export async function wakeGhostText(): Promise<void> {
  await openDraft('');
  await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
  await closeDrafts();
}

/** Waits until exactly `text` stands in grey after the caret. */
export function untilGhost(text: string): Promise<boolean> {
  return until(async () => {
    assert.equal(await driver.ghost(), text);
    return true;
  }, `${text} in grey`);
}
