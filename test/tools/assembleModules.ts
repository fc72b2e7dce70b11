// Assembles the WebAssembly of src/, each NAME.wat into NAMEModule.ts beside it; a test holds the two together.
//   node test/tools/assembleModules.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import wabt from 'wabt';

const repositoryRoot = resolve(import.meta.dirname, '../..');
const SOURCES = ['src/core/index/build/sweeps.wat', 'src/core/structure/bestSplit.wat'];

/** A file to be written. */
interface Assembled {
  readonly path: string;
  /** TypeScript that exports the module in base64. */
  readonly content: string;
}

export async function assembledModules(): Promise<Assembled[]> {
  const { parseWat } = await wabt();
  return SOURCES.map(source => {
    const name = basename(source, '.wat');
    const module = parseWat(source, readFileSync(join(repositoryRoot, source), 'utf8'));
    const base64 = Buffer.from(module.toBinary({}).buffer).toString('base64');
    module.destroy();
    const lines = base64.match(/.{1,110}/g)!.map(line => `  '${line}'`);
    const constant = `${name.replace(/[A-Z]/g, '_$&').toUpperCase()}_MODULE`;
    return {
      path: join(repositoryRoot, source.replace('.wat', 'Module.ts')),
      content: `/** ${name}.wat, assembled by test/tools/assembleModules.ts. */\nexport const ${constant} =\n${lines.join(' +\n')};\n`,
    };
  });
}

if (import.meta.main) for (const { path, content } of await assembledModules()) writeFileSync(path, content);
