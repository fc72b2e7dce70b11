// npm run package: makes dist/jianggao-VERSION.vsix, for every platform, and dist/jianggao-PLATFORM-VERSION.vsix with the compiled nodejieba of this
// machine. For other platforms run it there: a native module can only be compiled where it is to run.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import manifest from '../../package.json' with { type: 'json' };
import { repositoryRoot } from '../host/paths.ts';

/** VS Code's name for this machine: `linux-x64`. */
export const platform = `${process.platform}-${process.arch}`;

export function packagePath(target?: string): string {
  const names = ['jianggao', ...(target === undefined ? [] : [target]), manifest.version];
  return path.join(repositoryRoot, 'dist', `${names.join('-')}.vsix`);
}

/** Could npm compile nodejieba here? */
export function hasNative(): boolean {
  return existsSync(path.join(repositoryRoot, 'node_modules/nodejieba/build/Release/nodejieba.node'));
}

/** @param target the platform of this machine, to include the compiled nodejieba; absent for a package without native code */
export async function makePackage(target?: string): Promise<string> {
  const file = packagePath(target);
  process.env['JIANGGAO_NATIVE'] = target === undefined ? '0' : '1'; // vsce builds: `vscode:prepublish`
  await createVSIX({
    cwd: repositoryRoot,
    packagePath: file,
    ...(target === undefined ? {} : { target }),
    dependencies: false, // bundled
    rewriteRelativeLinks: false, // pictures are in the package: nothing is fetched to show the README
    allowMissingRepository: true,
  });
  return file;
}

if (import.meta.main) {
  for (const target of hasNative() ? [platform, undefined] : [undefined])
    console.log(`【打包】${await makePackage(target)}`);
}
