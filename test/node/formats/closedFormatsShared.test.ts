import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFormat } from '../../../src/node/formats/readFormat.ts';
import { seeds } from '../support.ts';

const data = join(seeds, '../data/dev');
const manifest = join(data, 'MANIFEST.tsv');
const cMapDirectory = join(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'))), 'cmaps');
/** Of the Chinese characters; converted files have their title twice. */
const MAX_DIFFERENCE = 0.003;

const present = existsSync(manifest);
(present ? describe : describe.skip)(
  `real .doc, .wps, .rtf and .pdf${present ? '' : ` (absent: ${data})`}`,
  function () {
    this.timeout(30_000);
    const rows = present
      ? readFileSync(manifest, 'utf8')
          .split('\n')
          .map(row => row.split('\t'))
      : [];
    const columns = rows[0] ?? [];
    const documents = rows.flatMap(row => {
      const { path = '', han_chars: han = '' } = Object.fromEntries(columns.map((name, i) => [name, row[i]]));
      return /^formats\/(?:doc|wps|rtf|pdf)\//.test(path) ? [{ path, han: Number(han) }] : [];
    });

    it('are there', () => assert.equal(documents.length >= 14, true));

    for (const { path, han } of documents) {
      it(`${path}: ${han} Chinese characters`, async () => {
        const read = await readFormat(readFileSync(join(data, path)), path, { cMapDirectory });
        const text = read?.text ?? '';
        const found = text.match(/\p{Script=Han}/gu)?.length ?? 0;
        assert.equal(Math.abs(found - han) <= han * MAX_DIFFERENCE, true, `${found}`);
        // Radicals, symbols of private fonts and marks of the formats are no text.
        assert.doesNotMatch(text.replaceAll(/[\n\t]/g, ''), /[\u2e80-\u2fdf\uf000-\uf0ff\ufffd\p{Cc}]/u);
      });
    }
  },
);
