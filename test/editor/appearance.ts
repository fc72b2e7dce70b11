import * as vscode from 'vscode';
import { driver } from './driver.ts';

/** Pictures of what `show` brings up, in a colour theme, at the usual size and at twice that; `show` runs once for each. */
export async function picture(name: string, theme: string, show: () => Promise<unknown>): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('workbench');
  await configuration.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
  const file = `${name}-${theme.replaceAll(' ', '-').toLowerCase()}`;
  try {
    await show();
    await driver.screenshot(file);
    await driver.zoom(2);
    await show();
    await driver.screenshot(`${file}-200`);
  } finally {
    await driver.zoom(1);
    await configuration.update('colorTheme', undefined, vscode.ConfigurationTarget.Global);
  }
}
