import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Search } from '../../../src/core/concordance/search.ts';
import { importText } from '../../../src/core/document/importDocument.ts';
import { CorpusIndex } from '../../../src/core/index/corpusIndex.ts';
import { plainDocument, segmentOf } from '../support/inMemoryCorpus.ts';

const directory = join(import.meta.dirname, '../../../../shared/seeds');
const present = existsSync(directory);

(present ? describe : describe.skip)(`queries of five real speeches${present ? '' : ` (absent: ${directory})`}`, () => {
  let index: CorpusIndex;
  before(() => {
    const names = readdirSync(directory).sort();
    const documents = names.map(name => {
      const { clean } = importText(readFileSync(join(directory, name)), name);
      return plainDocument(name, clean.text);
    });
    index = new CorpusIndex([{ segment: segmentOf(documents), deleted: [] }]);
  });

  const find = (query: string): string[] => {
    const search = new Search(index, query);
    search.advance(Number.POSITIVE_INFINITY);
    const texts = Array.from({ length: search.hits.size }, (_, i) => {
      const hit = search.hits.at(i);
      return index.text.at(hit, hit.length);
    });
    return [...new Set(texts)].sort();
  };

  it('该(??)的\\1', () => {
    assert.deepEqual(
      find('该(??)的\\1'),
      ['该开工的开工', '该投产的投产', '该汇报的汇报', '该落地的落地', '该请示的请示'].sort(),
    );
  });
  it('从~中~', () => assert.ok(['从差距中挖掘潜力', '从压力中激发动力'].every(text => find('从~中~').includes(text))));
  it('一?二?', () => assert.ok(find('一?二?').includes('一穷二白')));
  it('该(~)的\\1', () => assert.ok(find('该(??)的\\1').every(text => find('该(~)的\\1').includes(text))));
});
