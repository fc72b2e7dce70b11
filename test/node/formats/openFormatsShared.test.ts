import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '../../../src/core/document/decode.ts';
import { readDocx } from '../../../src/node/formats/docx/docx.ts';
import { readHtml } from '../../../src/node/formats/html/html.ts';
import { readOdt } from '../../../src/node/formats/odt/odt.ts';
import { seeds } from '../support.ts';

const folder = join(seeds, '../data/dev');
const present = existsSync(join(folder, 'MANIFEST.tsv'));
const READERS: Readonly<Record<string, (bytes: Uint8Array) => { readonly text: string; readonly title?: string }>> = {
  docx: readDocx,
  odt: readOdt,
  html: bytes => readHtml(decode(bytes).text),
};
/** Things around an article that no reader of the page counts as part of it. */
const FURNITURE = /推荐阅读|相关新闻|热点推荐|版权所有|ICP|现在位置|责任编辑|打印本页|浏览次数|登录|下一篇/;
const MIN_HAN_OF_PAGE: Readonly<Record<string, number>> = {
  people: 600,
  xinhuanet: 480,
  shanxi: 900,
  sxmu: 8000,
  zsnews: 390,
  gb18030: 290,
};

(present ? describe : describe.skip)(`shared documents in open formats${present ? '' : ` (absent: ${folder})`}`, () => {
  const rows = present
    ? readFileSync(join(folder, 'MANIFEST.tsv'), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map(line => line.split('\t'))
    : [];
  for (const [path = '', title = '', , , , , , , , format = '', origin = '', hanCount = '', charCount = ''] of rows) {
    const read = READERS[format];
    if (read === undefined || !path.startsWith('formats/')) continue;
    it(path, () => {
      const result = read(readFileSync(join(folder, path)));
      const han = result.text.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
      if (origin.startsWith('converted')) {
        assert.ok(Math.abs(han / Number(hanCount) - 1) < 0.005, `${han} ideographs, not ${hanCount}`);
        assert.ok(Math.abs([...result.text].length / Number(charCount) - 1) < 0.02);
        assert.equal(result.title, title);
      } else if (format === 'html') {
        const least = Object.entries(MIN_HAN_OF_PAGE).find(([name]) => path.includes(`/${name}`));
        assert.ok(han >= (least?.[1] ?? 1), `${han} ideographs`);
        assert.doesNotMatch(result.text, FURNITURE);
        assert.ok(result.title !== undefined && result.text.startsWith(result.title));
      } else {
        // Tables of contents stay out.
        assert.ok(Math.abs(han / Number(hanCount) - 1) < 0.06, `${han} ideographs, not ${hanCount}`);
      }
    });
  }
});
