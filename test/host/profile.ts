// Settings for a profile of the test host's own. The places differ between the two editors, so both are written.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export type Settings = Readonly<Record<string, unknown>>;

/** User settings of the desktop; user and machine settings of the server. */
const settingsFiles = ['User/settings.json', 'data/User/settings.json', 'data/Machine/settings.json'];

/** What a test or a demonstration should not be disturbed by. The editor's behaviour while writing is left as users have it. */
const quietSettings: Settings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'security.workspace.trust.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
};

export function writeSettings(userData: string, settings: Settings): void {
  const content = `${JSON.stringify({ ...quietSettings, ...settings }, null, 2)}\n`;
  for (const name of settingsFiles) {
    const file = path.join(userData, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
