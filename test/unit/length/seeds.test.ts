import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { importText } from '../../../src/core/document/importDocument.ts';
import { countCharacters } from '../../../src/core/length/characters.ts';

const shared = path.join(import.meta.dirname, '../../../../shared');

/**
 * Word counts that LibreOffice Writer 7.4.7 (Debian 12), as it is delivered, states of the clean text of the first files of a folder,
 * opened as UTF-8 text: the same under the locales C.UTF-8 and zh_CN.UTF-8.
 */
const counts: Readonly<Record<string, readonly number[]>> = {
  seeds: [2522, 8945, 1633, 2890, 8720],
  'data/dev/gongwen': [17913],
  'data/dev/news': [9667, 8267, 8060],
  'data/dev/party': [31684, 12195, 28392],
  'data/dev/report': [34498, 28355, 18983],
  'data/dev/speech': [4159, 2091, 4276, 4085, 9104, 2179, 5325, 2008],
};

describe('length of real documents', () => {
  before(function () {
    if (existsSync(path.join(shared, 'seeds')) && existsSync(path.join(shared, 'data'))) return;
    console.log('      skipped: no ../shared beside the project');
    this.skip();
  });

  for (const [folder, expected] of Object.entries(counts)) {
    it(`${folder}: as LibreOffice states it, and within half a hundredth as Word does`, () => {
      const names = readdirSync(path.join(shared, folder)).filter(name => /\.(?:txt|md)$/.test(name));
      expected.forEach((words, i) => {
        const name = names.sort()[i]!;
        const { text } = importText(readFileSync(path.join(shared, folder, name)), name).clean;
        assert.equal(countCharacters(text, 'libreOffice'), words);
        assert.ok(Math.abs(countCharacters(text, 'word') / words - 1) < 0.005);
      });
    });
  }
});
