// Finds a VS Code that is installed on this machine, for `npm start`.

import path from 'node:path';
import { desktopVariable } from './environment.ts';
import { findExecutable } from './processes.ts';

const commandNames =
  process.platform === 'win32' ? ['code.cmd', 'code-insiders.cmd'] : ['code', 'code-insiders', 'codium'];

/** Where installers put the command when they leave the PATH alone. */
const usualPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code'],
  win32: [path.join(process.env['LOCALAPPDATA'] ?? 'C:\\', 'Programs\\Microsoft VS Code\\bin\\code.cmd')],
  linux: ['/usr/share/code/bin/code', '/snap/bin/code'],
};

export function findDesktop(): string | undefined {
  const named = process.env[desktopVariable];
  if (named !== undefined) return named;
  if (!hasScreen()) return undefined;
  const found = findExecutable([...commandNames, ...(usualPlaces[process.platform] ?? [])]);
  // The `code` of a remote terminal talks to the window that is open already and cannot load an extension from its sources.
  return found?.includes('remote-cli') ? undefined : found;
}

function hasScreen(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}
