import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { assembledModules } from '../../tools/assembleModules.ts';

describe('modules of WebAssembly', () => {
  it('are what their sources say', async () => {
    for (const { path, content } of await assembledModules()) assert.equal(readFileSync(path, 'utf8'), content, path);
  });
});
