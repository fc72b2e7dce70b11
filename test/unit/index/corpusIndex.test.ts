import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildSegment } from '../../../src/core/index/build/buildSegment.ts';
import { CorpusIndex } from '../../../src/core/index/corpusIndex.ts';
import { memorySource } from '../../../src/core/index/format/byteSource.ts';
import { encodeDocument } from '../../../src/core/index/format/storedDocument.ts';
import { Segment } from '../../../src/core/index/reading/segment.ts';
import { concatenated, inMemoryCorpus, plainDocument, segmentOf, testDocument } from '../support/inMemoryCorpus.ts';

function scan(texts: readonly string[], phrase: string): string[] {
  const places: string[] = [];
  texts.forEach((text, i) => {
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) places.push(`${i}:${at}`);
  });
  return places;
}

const unit = fc.constantFrom('要', '抓', '实', '，', '\n');
const text = fc.string({ unit, minLength: 1, maxLength: 300 });
const phrase = fc.string({ unit: fc.constantFrom('要', '抓', '实', '，'), minLength: 1, maxLength: 12 });

describe('CorpusIndex', () => {
  it('finds exactly what a plain scan finds, over any split into segments and any deletions', () => {
    const corpus = fc.record({
      segments: fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
      gone: fc.nat(10),
      phrase,
    });
    fc.assert(
      fc.property(corpus, ({ segments, gone, phrase }) => {
        const texts = segments.flat();
        let first = 0;
        const parts = segments.map(group => {
          const base = first;
          first += group.length;
          const deleted = gone >= base && gone < first ? [gone - base] : [];
          return { segment: segmentOf(group.map((each, i) => plainDocument(`${base + i}`, each))), deleted };
        });
        const index = new CorpusIndex(parts);
        const expected = scan(
          texts.map((each, i) => (i === gone ? '' : each)),
          phrase,
        );
        const match = index.matches.of(phrase);
        const found = index.matches.occurrences(match).map(place => {
          const { documentId, start } = index.provenances.of(place, phrase.length);
          return `${documentId.slice(3)}:${start}`;
        });
        assert.deepEqual(found.sort(), [...expected].sort());
        const documents = new Set(expected.map(place => place.split(':')[0])).size;
        assert.deepEqual(index.counts.of(match), { occurrences: expected.length, documents });
      }),
      { numRuns: 300 },
    );
  });

  it('gives the longest prefix that occurs', () => {
    fc.assert(
      fc.property(text, phrase, (body, query) => {
        const index = new CorpusIndex([{ segment: segmentOf([plainDocument('0', body)]), deleted: [] }]);
        let longest = query.length;
        while (longest > 0 && !body.includes(query.slice(0, longest))) longest--;
        assert.equal(index.matches.longestPrefix(query), longest);
      }),
    );
  });

  it('gives the longest prefix that occurs in what is not deleted', () => {
    const texts = fc.array(text, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(texts, phrase, fc.nat(), (bodies, query, seed) => {
        const gone = seed % bodies.length;
        const documents = bodies.map((body, i) => plainDocument(String(i), body));
        const index = new CorpusIndex([{ segment: segmentOf(documents), deleted: [gone] }]);
        let longest = query.length;
        const occurs = (part: string) => bodies.some((body, i) => i !== gone && body.includes(part));
        while (longest > 0 && !occurs(query.slice(0, longest))) longest--;
        assert.equal(index.matches.longestPrefix(query), longest);
      }),
    );
  });

  it('samples every continuation that has its share', () => {
    const body = `${'要抓'.repeat(50)}要实${'要抓'.repeat(49)}`;
    const index = new CorpusIndex([{ segment: segmentOf([plainDocument('0', body)]), deleted: [] }]);
    const next = index.matches.sample(index.matches.of('要'), 25).map(place => index.text.at(place, 1, 1));
    assert.equal(next.length, 25);
    assert.ok(next.filter(each => each === '抓').length >= 24);
  });

  it('writes the same bytes for the same documents', () => {
    const documents = [testDocument('a', '要真抓实干。'), testDocument('b', '要真抓实干，要久久为功。')].map(
      encodeDocument,
    );
    assert.deepEqual(concatenated(buildSegment(documents)), concatenated(buildSegment(documents)));
  });

  it('gives back for a merge what was put in, wherever in the segment it stands', () => {
    const texts = [
      '一要勤学。要学深一层。\n二要笃行。要行稳一步。',
      '久久为功,善作善成。',
      '好',
      '难易、先后、轻重、缓急，心中有数。',
    ];
    const documents = texts.map((text, i) => encodeDocument(testDocument(String(i), text)));
    const segment = new Segment(memorySource(concatenated(buildSegment(documents))));
    for (const [i, document] of documents.entries()) assert.deepEqual(segment.segmentDocument(i), document);
  });

  it('names document, section, quotation and raw place of an occurrence', () => {
    const raw = '在测试会上的讲话\n一、统一思想\n市长周怀远强调,要以坐不住的紧迫感往前赶。';
    const index = inMemoryCorpus({ 'a.txt': raw });
    const line = index.provenances.kwicLine(index.matches.occurrences(index.matches.of('，要以坐不住'))[0]!, 6);
    assert.equal(line.match, '，要以坐不住');
    assert.equal(line.before, '市长周怀远强调');
    assert.equal(raw.slice(line.rawStart, line.rawEnd), ',要以坐不住');
    assert.deepEqual(line.sectionPath, ['一、统一思想']);
    const quoted = index.provenances.of(index.matches.occurrences(index.matches.of('坐不住的紧迫感'))[0]!, 7);
    assert.match(quoted.attributedTo ?? '', /周怀远/);
  });

  it('mines phrases that stand on their own, not fragments', () => {
    const index = inMemoryCorpus({
      'a.txt': '各级要真抓实干，全力保障群众用药。要把清单当军令，把节点当考点。',
      'b.txt': '必须真抓实干，尽力保障群众出行。我们把清单当军令，把节点当考点，久久为功。',
      'c.txt': '真抓实干，才能有力保障群众安全。',
    });
    const phrases = index.segments.flatMap(segment => Array.from(segment.phrases(), phrase => phrase.text));
    assert.ok(phrases.includes('真抓实干'), phrases.join(' '));
    assert.ok(!phrases.some(each => each.startsWith('力保障')), phrases.join(' '));
    assert.ok(!phrases.includes('保障群众'), phrases.join(' '));
  });
});
