import assert from 'node:assert/strict';
import { CorpusIndex } from '../../../src/core/index/corpusIndex.ts';
import { type AnalysedDocument, encodeDocument } from '../../../src/core/index/format/storedDocument.ts';
import { createSpeechService } from '../../../src/core/service/inProcessService.ts';
import { inMemoryCorpus, plainDocument, segmentOf } from '../support/inMemoryCorpus.ts';
import { generator } from '../support/random.ts';

const UNITS = '要抓实，';
const LENGTHS = [40_000, 30_000, 9, 1, 5000, 12_000, 300];
const SEGMENTS = [0, 1, 2];
/** One document in each of the first two segments; the third is whole. */
const DELETED = [[1], [4], []];

interface Place {
  readonly segment: number;
  readonly document: number;
  readonly start: number;
}

/** More occurrences than any limit: of «要» alone some sixty thousand. */
describe('CorpusIndex with many occurrences and deleted documents', () => {
  const random = generator(7);
  const texts = SEGMENTS.map(() =>
    LENGTHS.map(length => Array.from({ length }, () => UNITS[Math.floor(random() * UNITS.length)]).join('')),
  );
  const segments = texts.map((group, i) => segmentOf(group.map((text, k) => dated(`${i}-${k}`, text, dateOf(i, k)))));
  const index = new CorpusIndex(segments.map((segment, i) => ({ segment, deleted: DELETED[i]! })));
  const service = createSpeechService({ index, readFile: () => undefined });

  const scan = (phrase: string): Place[] => {
    const places: Place[] = [];
    for (const [segment, group] of texts.entries()) {
      for (const [document, text] of group.entries()) {
        if (DELETED[segment]!.includes(document)) continue;
        for (let start = text.indexOf(phrase); start >= 0; start = text.indexOf(phrase, start + 1)) {
          places.push({ segment, document, start });
        }
      }
    }
    return places;
  };
  const restOf = ({ segment, document, start }: Place): string => texts[segment]![document]!.slice(start);
  const located = (segment: number, position: number): Place => {
    const document = segments[segment]!.documentAt(position);
    return { segment, document, start: position - segments[segment]!.documentStarts[document]! };
  };

  for (const phrase of ['要', '要抓', '，', '实，要', '抓实，要抓实，要', '没有']) {
    it(`counts and places «${phrase}» as a plain scan does`, async () => {
      const expected = scan(phrase);
      const documents = new Set(expected.map(({ segment, document }) => `${segment}-${document}`)).size;
      const match = index.matches.of(phrase);
      assert.equal(index.counts.occurrences(match), expected.length);
      assert.deepEqual(index.counts.of(match), { occurrences: expected.length, documents });
      assert.deepEqual(index.frequencies.of(phrase), { occurrences: expected.length, documents });
      const all = index.matches.occurrences(match).map(place => located(place.segment, place.position));
      assert.deepEqual(all, expected);
      const earliest = index.matches.earliest(match, 1500).map(place => located(place.segment, place.position));
      assert.deepEqual(earliest, expected.slice(0, 1500));
      const answer = await service.lookup({ phrase });
      assert.deepEqual([answer.occurrences, answer.documents], [expected.length, documents]);
      assert.deepEqual(await service.lookup({ phrase }), answer, 'remembered as it was');
    });

    it(`gives the first places of «${phrase}» in the order of what follows`, () => {
      const sorted = SEGMENTS.flatMap(segment =>
        scan(phrase)
          .filter(place => place.segment === segment)
          .map(place => `${segment} ${restOf(place).slice(0, 60)}`)
          .sort(),
      );
      const first = index.matches
        .first(index.matches.of(phrase), 1000)
        .flatMap(({ segment, positions }) =>
          Array.from(positions, position => `${segment} ${restOf(located(segment, position)).slice(0, 60)}`),
        );
      assert.deepEqual(first, sorted.slice(0, 1000));
    });
  }

  it('shows the latest documents first, one line of each', async () => {
    const { hits, documents } = await service.lookup({ phrase: '要' });
    const dates = hits.slice(0, documents).map(hit => hit.date!);
    assert.equal(new Set(dates).size, Math.min(documents, hits.length));
    assert.deepEqual(dates, [...dates].sort().reverse());
    assert.equal(dates[0], dateOf(2, 6));
  });

  it('sorts a concordance of any size by what follows', async () => {
    for (const query of ['要', '要抓实，']) {
      const { lines, occurrences } = await service.concordance({ query, sort: 'after', limit: 30 });
      const expected = scan(query).map(place => restOf(place).slice(query.length, query.length + 40));
      assert.equal(occurrences, expected.length);
      assert.deepEqual(
        lines.map(line => line.after),
        expected.sort().slice(0, 30),
      );
    }
  });

  it('sorts a concordance by what goes before, from the nearest unit on', async () => {
    const query = '要抓实，要抓';
    const expected = scan(query).map(({ segment, document, start }) =>
      Array.from(texts[segment]![document]!.slice(Math.max(0, start - 40), start))
        .reverse()
        .join(''),
    );
    const { lines } = await service.concordance({ query, sort: 'before', limit: 20 });
    assert.deepEqual(
      lines.map(line => Array.from(line.before).reverse().join('')),
      expected.sort().slice(0, 20),
    );
  });

  it('reads what stands before the sections of a record without them', () => {
    const document = plainDocument('a', '正文');
    const sections = [
      { start: 0, end: 2, title: '"sections":['.repeat(200), level: 1, function: '称谓' as const, children: [] },
    ];
    const title = '，"sections":[\\,"sections":'.repeat(60);
    const segment = segmentOf([{ ...document, stored: { ...document.stored, title, sections } }]);
    const { sections: stored, ...head } = segment.document(0);
    assert.equal(stored.length, 1);
    assert.deepEqual(segment.documentHead(0), head);
    assert.deepEqual(encodeDocument(document).stored, segmentOf([document]).segmentDocument(0).stored);
  });

  for (const [ending, how] of [
    ['实要', 'evenly'],
    ['要', 'in runs of neighbours, where they are very many'],
  ] as const) {
    it(`samples what follows an ending ${how}`, () => {
      const { places: chosen, size } = index.endings.of('抓实要').sample(ending.length, 160, 8);
      const occurrences = chosen.toArray();
      assert.ok(size > 1024 && occurrences.length > 100 && occurrences.length <= 160);
      const following = occurrences.map(place => ({ ...place, text: index.text.at(place, 12) }));
      assert.ok(following.every(({ text }) => text.startsWith(ending)));
      const places = new Set(following.map(({ segment, position }) => `${segment} ${position}`));
      assert.equal(places.size, occurrences.length);
      for (const [i, { segment, text }] of following.entries()) {
        const next = following[i + 1];
        if (next?.segment === segment) assert.ok(text <= next.text, `${text} before ${next.text}`);
      }
      assert.ok(new Set(following.map(({ text }) => text.slice(0, 3))).size > 3);
    });
  }

  it('counts what goes on after a typed ending as if it had not been looked for', () => {
    const random = generator(5);
    const text = (length: number): string =>
      Array.from({ length }, () => '要抓实，重点落'[Math.floor(random() ** 2 * 7)]!).join('');
    const files = [{ 甲: text(3000), 乙: text(2000) }, { 丙: text(1500) }];
    const asked = inMemoryCorpus(...files);
    const fresh = inMemoryCorpus(...files);
    for (let round = 0; round < 300; round++) {
      const before = text(9);
      const endings = asked.endings.of(before);
      for (const length of [endings.longest(), 3, 2]) if (length > 0) endings.sample(length, 40);
      for (const typed of [0, 1, 3, 5, 7, 9, 12]) {
        const continued = before.slice(Math.max(0, before.length - typed)) + text(1 + Math.floor(random() * 3));
        assert.deepEqual(
          asked.frequencies.of(continued, typed),
          fresh.frequencies.of(continued),
          `${before} ${continued} ${typed}`,
        );
      }
    }
  });
});

function dateOf(segment: number, document: number): string {
  return `20${10 + segment}-0${1 + document}-01`;
}

function dated(name: string, text: string, date: string): AnalysedDocument {
  const document = plainDocument(name, text);
  return { ...document, stored: { ...document.stored, metadata: { ...document.stored.metadata, date } } };
}
