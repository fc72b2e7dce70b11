import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Search } from '../../../src/core/concordance/search.ts';
import { CorpusIndex } from '../../../src/core/index/corpusIndex.ts';
import { parseQuery } from '../../../src/core/query/parse.ts';
import { plainDocument, segmentOf } from '../support/inMemoryCorpus.ts';

function corpusOf(...segments: ReadonlyArray<readonly string[]>): CorpusIndex {
  return new CorpusIndex(
    segments.map((texts, number) => ({
      segment: segmentOf(texts.map((text, i) => plainDocument(`${number}-${i}`, text))),
      deleted: [],
    })),
  );
}

function found(index: CorpusIndex, query: string, step = Number.POSITIVE_INFINITY): string[] {
  const search = new Search(index, query);
  while (!search.isComplete) search.advance(step);
  return Array.from({ length: search.hits.size }, (_, i) => {
    const hit = search.hits.at(i);
    return index.text.at(hit, hit.length);
  });
}

describe('Search', () => {
  const table: ReadonlyArray<readonly [query: string, text: string, matches: readonly string[]]> = [
    ['从~中~', '要从差距中挖掘潜力、从压力中激发动力。', ['从差距中挖掘潜力', '从压力中激发动力']],
    ['该(~)的\\1', '该落地的落地、该开工的开工，该来的人', ['该落地的落地', '该开工的开工']],
    ['A不A', '能不能，是不是，会不能', ['能不能', '是不是']],
    ['一?二?', '一来二去，一、二、三，一清二楚', ['一来二去', '一清二楚']],
    ['AABB', '扎扎实实，高高兴兴，哈哈哈哈，3355', ['扎扎实实', '高高兴兴']],
    ['ABAB', '研究研究，试试试试', ['研究研究']],
    ['~的紧迫感', '以等不起的紧迫感，的紧迫感', ['以等不起的紧迫感']],
    ['~中~', '从“差距”中挖掘潜力', []],
    ['(~)的\\1', '高质量的质量', ['质量的质量']],
    ['从~中', '从今天，到明天中', []],
    ['𠮷?', '𠮷祥𠮷𠮷人', ['𠮷祥', '𠮷𠮷', '𠮷人']],
    ['(?)\\1', '𠮷𠮷人', ['𠮷𠮷']],
    ['从~到', `从${'中'.repeat(12)}到，从${'中'.repeat(13)}到`, [`从${'中'.repeat(12)}到`]],
    ['以~的~', `以新的${'一'.repeat(20)}`, [`以新的${'一'.repeat(12)}`]],
    ['从~中', '从严从实中', ['从严从实中', '从实中']],
  ];
  for (const [query, text, matches] of table) {
    it(`${query} in ${text.slice(0, 20)}`, () => assert.deepEqual(found(corpusOf([text]), query), matches));
  }

  it('matches across neither documents nor paragraphs', () => {
    assert.deepEqual(found(corpusOf(['从差', '距中'], ['从差\n距中']), '从~中'), []);
  });

  it('leaves out deleted documents, with text to go by and without', () => {
    const segment = segmentOf([plainDocument('a', '能不能'), plainDocument('b', '是不是')]);
    const index = new CorpusIndex([{ segment, deleted: [0] }]);
    assert.deepEqual(found(index, 'A不A'), ['是不是']);
    assert.deepEqual(found(index, '(?)?\\1'), ['是不是']);
  });

  it('finds what a regular expression finds, at whatever pace', () => {
    const unit = fc.constantFrom(...'一二三的，。“1');
    const texts = fc.array(
      fc.array(unit, { maxLength: 40 }).map(units => units.join('')),
      { minLength: 1, maxLength: 4 },
    );
    const pieces = ['一', '二', '的', '~', '?', '(?)', '(~)', '\\1', 'A', 'B'];
    const queries = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }).map(each => each.join(''));
    const request = fc.tuple(queries, fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(texts, fc.array(request, { minLength: 12, maxLength: 12 }), (documents, requests) => {
        const index = corpusOf(documents);
        for (const [query, step] of requests.filter(([each]) => isQuery(each))) {
          const expected = documents.flatMap(text => reference(query, text));
          assert.deepEqual(found(index, query, step), expected, query);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('keeps an even share of very many', () => {
    const search = new Search(corpusOf(['的'.repeat(250_000)]), '的');
    search.advance(Number.POSITIVE_INFINITY);
    assert.equal(search.hits.total, 250_000);
    assert.ok(search.hits.size <= 100_000 && search.hits.size >= 50_000);
    assert.ok(search.hits.positionOf(search.hits.size - 1) > 249_000);
  });
});

function isQuery(query: string): boolean {
  try {
    return parseQuery(query).length > 0;
  } catch {
    return false;
  }
}

/** What a backtracking regular expression matches at each place; gaps at the ends go as far as they can. */
function reference(query: string, text: string): string[] {
  const character = '[\\p{Script=Han}\\p{L}\\p{N}]';
  const variables = (query.match(/[AB]/g) ?? []).length > new Set(query.match(/[AB]/g)).size;
  const bound: string[] = [];
  const toRegExp = (piece: string): string => {
    if (piece === '?') return character;
    if (piece === '~') return '[^，。\\n]{1,12}?';
    if (/[AB]/.test(piece) && variables) {
      if (bound.includes(piece)) return `\\k<${piece}>`;
      const others = bound.map(other => `(?!\\k<${other}>)`).join('');
      bound.push(piece);
      return `${others}(?<${piece}>\\p{Script=Han})`;
    }
    return /^\\\d$/.test(piece) ? `\\k<g${piece[1]}>` : piece;
  };
  const opens = query.startsWith('~');
  const ends = query.endsWith('~') && query.length > 1;
  let groups = 0;
  const core = query.slice(opens ? 1 : 0, ends ? -1 : undefined);
  const source = core.replace(/\\\d|[^()]/g, toRegExp).replace(/\((?!\?[<!])/g, () => `(?<g${++groups}>`);
  const pattern = new RegExp(
    `${opens ? `(?<=(?<before>${character}{1,12}))` : ''}${source}${ends ? `${character}{1,12}` : ''}`,
    'uy',
  );
  const matches: string[] = [];
  for (let at = 0; at < text.length; at++) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) matches.push((match.groups?.['before'] ?? '') + match[0]);
  }
  return matches;
}
