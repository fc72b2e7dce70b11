// Bundles the editor tests for the extension host: one CommonJS file each, `vscode` and mocha left to be found at run time.

import { globSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { editorTestsFolder, editorTestsSource } from './paths.ts';

export async function bundleEditorTests(): Promise<void> {
  const names = globSync(['index.ts', '*.test.ts', '*.starter.ts', '*.reload.ts', '*.seeds.ts'], {
    cwd: editorTestsSource,
  });
  await bundleTests(
    names.map(name => path.join(editorTestsSource, name)),
    editorTestsFolder,
  );
  // What is left of tests that are no more; not removed beforehand, since another run may be using the folder.
  const made = new Set(names.map(name => name.replace(/\.ts$/u, '.cjs')));
  for (const name of readdirSync(editorTestsFolder)) if (!made.has(name)) rmSync(path.join(editorTestsFolder, name));
}

export async function bundleTests(entryPoints: readonly string[], outdir: string): Promise<void> {
  await build({
    entryPoints: [...entryPoints],
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

if (import.meta.main) await bundleEditorTests();
