import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, FindingKind } from '../../../src/core/check/finding.ts';
import { importText } from '../../../src/core/document/importDocument.ts';
import { hoverBlocks } from '../../../src/features/provenance/hoverText.ts';
import { IndexerSupervisor } from '../../../src/indexer/supervisor.ts';
import { type OpenService, openService } from '../../../src/node/openService.ts';
import { renderBlocks } from '../../../src/vscode/markup.ts';
import { generator } from '../../unit/support/random.ts';
import { dist, seeds, temporaryDirectory } from '../support.ts';

const DONOR = '001';
/** Lines of the donor, counted from 1, and the names that come along with them. */
const PASTED: ReadonlyArray<readonly [line: number, ...names: string[]]> = [
  [13, '施可丰', '北新建材', '华兴万达'],
  [25, '辽西北'],
  [49, '福丛同志'],
];
const HOVERS = 200;
const LONGEST_HOVER = 4096;

(existsSync(seeds) ? describe : describe.skip)('provenance of five real speeches', function () {
  this.timeout(60_000);
  let open: OpenService;
  const texts = existsSync(seeds)
    ? readdirSync(seeds).map(name => importText(readFileSync(join(seeds, name)), name).clean.text)
    : [];

  before(async () => {
    const indexDirectory = join(temporaryDirectory(), 'index');
    const assets = { indexerPath: join(dist, 'indexer.cjs'), assetDirectory: dist };
    await new IndexerSupervisor({ ...assets, indexDirectory }).index([seeds]);
    open = openService(indexDirectory, { idiomsPath: join(dist, 'dictionary', 'idioms.tsv') });
  });
  after(() => open?.close());

  it('takes less than four kilobytes in a hover, wherever that is', async () => {
    const random = generator(4096);
    let shown = 0;
    for (let tried = 0; shown < HOVERS && tried < 10 * HOVERS; tried++) {
      const text = texts[Math.floor(random() * texts.length)]!;
      const found = await open.service.hover({ text, offset: Math.floor(random() * text.length) });
      if (found === undefined) continue;
      shown++;
      const markdown = renderBlocks(hoverBlocks(found, { line: 0, character: 0 }));
      assert.ok(Buffer.byteLength(markdown) <= LONGEST_HOVER, `${found.phrase}: ${Buffer.byteLength(markdown)} bytes`);
    }
    assert.equal(shown, HOVERS);
  });

  describe('whose paragraphs stand in a draft for another city', () => {
    const lines = existsSync(seeds)
      ? readFileSync(join(seeds, readdirSync(seeds).find(name => name.startsWith(DONOR))!), 'utf8').split('\n')
      : [];
    const draftWith = (line: number): string =>
      `同志们：\n石桥市今年的事，今天一件一件定下来。\n${lines[line - 1]}\n散会。`;
    const found = async (text: string, kind: FindingKind, localNames: readonly string[] = []): Promise<Finding[]> =>
      (await open.service.check({ text, localNames })).findings.filter(finding => finding.kind === kind);

    for (const [line, ...names] of PASTED) {
      it(`points out ${names.join(', ')}, and the speech`, async () => {
        const text = draftWith(line);
        const foreign = (await found(text, 'foreign-name')).map(({ name }) => name);
        assert.deepEqual(
          names.filter(name => !foreign.includes(name)),
          [],
        );
        assert.equal((await found(text, 'same-source')).length, 1);
        const { paragraphs } = await open.service.borrowed({ text });
        assert.ok(paragraphs.some(({ overlap, sources }) => overlap > 0.9 && sources[0]!.path.includes(`/${DONOR}_`)));
      });

      it(`says nothing of ${names.join(', ')} where they are local`, async () => {
        const foreign = (await found(draftWith(line), 'foreign-name', names)).map(({ name }) => name);
        assert.deepEqual(
          names.filter(name => foreign.includes(name)),
          [],
        );
      });
    }
  });
});
