// Puts packages for other platforms into package-lock.json that the registry at hand does not have. Without an entry `npm ci`
// refuses the whole lock file ("Missing: @biomejs/cli-darwin-arm64"), and on that platform the package would never come.
// Run after `npm install` has changed the lock file:  node test/tools/completeLock.mjs

import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const lockFile = join(resolve(import.meta.dirname, '../..'), 'package-lock.json');
const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

const lock = JSON.parse(readFileSync(lockFile, 'utf8'));
const added = {};
for (const parent of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const place = `node_modules/${name}`;
    const platform = platformOf(name);
    if (place in lock.packages || platform === undefined || !/^\d+\.\d+\.\d+$/u.test(version)) continue;
    added[place] = { version, ...platform, ...(parent.dev ? { dev: true } : {}), optional: true };
  }
}
if (Object.keys(added).length > 0) {
  const entries = Object.entries({ ...lock.packages, ...added });
  lock.packages = Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b, 'en')));
  writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
}
console.log(`补全 ${Object.keys(added).length} 个其他平台的包。`);

/** Such packages are named after their platform: `…/binding-linux-arm64-musl`, `…/cli-darwin-x64`. */
function platformOf(name) {
  const words = name.split('/').at(-1).split('-');
  const os = words.find(word => systems.includes(word));
  const cpu = words.find(word => processors.includes(word));
  if (os === undefined || cpu === undefined) return undefined;
  if (os !== 'linux') return { cpu: [cpu], os: [os] };
  return { cpu: [cpu], libc: [words.includes('musl') ? 'musl' : 'glibc'], os: [os] };
}
