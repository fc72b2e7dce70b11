import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { importText } from '../../../src/core/document/importDocument.ts';
import { countCharacters } from '../../../src/core/length/characters.ts';

const shared = path.join(import.meta.dirname, '../../../../shared');

/**
 * Word counts of LibreOffice Writer 7.4.7, its «additional separators» (— and –) emptied, of the clean text of ten documents:
 * without the marks that both scripts have and without marks within numbers; and of the text as it is. LibreOffice takes a run of such
 * marks for one word or for part of a neighbouring one, and «2.2» for two words, where Word counts full-width marks and «2.2» as one each.
 */
const counts: Readonly<Record<string, readonly (readonly [withoutSharedMarks: number, asItIs: number])[]>> = {
  seeds: [
    [2488, 2523],
    [8813, 8950],
    [1613, 1633],
    [2864, 2890],
    [8564, 8720],
  ],
  'data/dev/gongwen': [[17818, 17925]],
  'data/dev/news': [[9584, 9672]],
  'data/dev/party': [[31561, 31686]],
  'data/dev/report': [[34409, 34500]],
  'data/dev/speech': [[4137, 4164]],
};

const withoutSharedMarks = (text: string): string => text.replace(/[—…“”‘’·×]|(?<=\d)[.,](?=\d)/g, '');

describe('length of ten real documents', () => {
  before(function () {
    if (existsSync(path.join(shared, 'seeds')) && existsSync(path.join(shared, 'data'))) return;
    console.log('      skipped: no ../shared beside the project');
    this.skip();
  });

  for (const [folder, expected] of Object.entries(counts)) {
    it(`${folder}: as LibreOffice counts it, save for what the two count otherwise`, () => {
      const names = readdirSync(path.join(shared, folder)).filter(name => /\.(?:txt|md)$/.test(name));
      expected.forEach(([comparable, whole], i) => {
        const name = names.sort()[i]!;
        const { text } = importText(readFileSync(path.join(shared, folder, name)), name).clean;
        assert.equal(countCharacters(withoutSharedMarks(text)), comparable);
        assert.ok(Math.abs(countCharacters(text) / whole - 1) < 0.0025, `${countCharacters(text)} to ${whole}`);
      });
    });
  }
});
