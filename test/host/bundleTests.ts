// Bundles the editor tests for the extension host: one CommonJS file each, `vscode` and mocha left to be found at run time.

import { globSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { editorTestsFolder, editorTestsSource } from './paths.ts';

export async function bundleEditorTests(): Promise<void> {
  rmSync(editorTestsFolder, { recursive: true, force: true });
  const names = globSync(['index.ts', '*.test.ts', '*.seeds.ts'], { cwd: editorTestsSource });
  await bundleTests(
    names.map(name => path.join(editorTestsSource, name)),
    editorTestsFolder,
  );
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
