// Assembles src/core/index/build/sweeps.wat into sweepsModule.ts beside it; a test holds the two together.
//   node test/tools/assembleSweeps.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import wabt from 'wabt';

const directory = join(resolve(import.meta.dirname, '../..'), 'src/core/index/build');

/** @returns TypeScript that exports the module in base64 */
export async function assembledSweeps(): Promise<string> {
  const name = 'sweeps.wat';
  const module = (await wabt()).parseWat(name, readFileSync(join(directory, name), 'utf8'));
  const base64 = Buffer.from(module.toBinary({}).buffer).toString('base64');
  module.destroy();
  const lines = base64.match(/.{1,110}/g)!.map(line => `  '${line}'`);
  return `/** sweeps.wat, assembled by test/tools/assembleSweeps.ts. */\nexport const SWEEPS_MODULE =\n${lines.join(' +\n')};\n`;
}

if (import.meta.main) writeFileSync(join(directory, 'sweepsModule.ts'), await assembledSweeps());
