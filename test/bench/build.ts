import { spawnSync } from 'node:child_process';
import { root } from './paths.ts';

/** Builds dist/ as it is shipped, so that no figure is that of an old one. @throws where the build fails */
export function buildProduct(): void {
  const { status } = spawnSync(process.execPath, ['esbuild.mjs', '--production'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('node esbuild.mjs --production failed');
}

/** The commit that is measured, marked where files differ from it. */
export function commit(): string {
  const git = spawnSync('git', ['describe', '--always', '--dirty', '--exclude', '*'], { cwd: root, encoding: 'utf8' });
  return git.status === 0 ? git.stdout.trim() : 'unknown';
}
