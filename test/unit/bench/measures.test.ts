import assert from 'node:assert/strict';
import { editDistance } from '../../bench/quality/editDistance.ts';
import { seriesKey } from '../../bench/quality/gold.ts';
import { chooseDrafts, quotaFor, withoutDrafts } from '../../bench/quality/holdOut.ts';
import { measureSeries, seriesLines } from '../../bench/quality/series.ts';
import type { Asker } from '../../bench/quality/serveClient.ts';
import type { SourceDocument } from '../../bench/quality/sources.ts';
import { generator } from '../support/random.ts';

describe('editDistance', () => {
  it('counts changed, left-out and added characters', () => {
    assert.equal(editDistance('春夏秋冬', '春夏秋冬', 3), 0);
    assert.equal(editDistance('春夏秋冬', '春秋东冬', 3), 2);
    assert.equal(editDistance('', '春夏', 3), 2);
  });

  it('stops beyond the limit', () => {
    assert.equal(editDistance('春夏秋冬', '东西南北', 2), 3);
    assert.equal(editDistance('春', '东西南北', 2), 3);
  });
});

describe('seriesKey', () => {
  it('passes over leading connectives, closing marks and what comes after twelve characters', () => {
    const members = ['甲乙丙丁', '子丑寅卯辰巳午未申酉戌亥'];
    assert.equal(seriesKey('frame', members), seriesKey('frame', ['以及甲乙丙丁；', '子丑寅卯辰巳午未申酉戌亥春夏。']));
    assert.notEqual(seriesKey('frame', members), seriesKey('run4', members));
    assert.notEqual(seriesKey('frame', members), seriesKey('frame', members.slice(1)));
  });

  it('leaves a member its first word where nothing would remain', () => {
    assert.notEqual(seriesKey('run3', ['更甲']), seriesKey('run3', ['甲']));
  });
});

describe('measureSeries', () => {
  const text = '一是甲乙丙丁。二是戊己庚辛。三是壬癸子丑。';
  const found = {
    family: 'numbered',
    markers: ['一是', '二是', '三是'],
    members: ['甲乙丙丁', '戊己庚辛', '壬癸子丑'].map(member => {
      const start = text.indexOf(member);
      return { text: member, start, end: start + member.length };
    }),
  };
  /** Finds the series, offers `insertText` everywhere, and has a corpus without any of it. */
  const asker = (insertText: string): Asker => ({
    request: async <T>() => ({ series: [found], suggestions: [{ insertText, replaceLength: 0 }], occurrences: 0 }) as T,
  });
  const gold = (debatable: boolean) => [
    {
      text,
      series: [
        { family: 'numbered', members: ['甲乙丙丁', '戊己庚辛', '壬癸子丑'], debatable: false },
        { family: 'pair', members: ['甲乙', '丙丁'], debatable },
      ],
    },
  ];

  it('counts right, wrong and missed, debatable labels apart', async () => {
    const { strict, lenient } = await measureSeries(asker('三是'), gold(true));
    assert.deepEqual(strict.get('numbered'), { right: 1, wrong: 0, missed: 0 });
    assert.deepEqual(strict.get('pair'), { right: 0, wrong: 0, missed: 1 });
    assert.equal(lenient.get('pair'), undefined);
    assert.equal((await measureSeries(asker('三是'), gold(false))).lenient.get('pair')?.missed, 1);
  });

  it('asks for the next marker from the second member on', async () => {
    assert.deepEqual((await measureSeries(asker('\n三是'), gold(true))).markers, { asked: 1, found: 1 });
    assert.deepEqual((await measureSeries(asker('二是'), gold(true))).markers, { asked: 1, found: 0 });
  });

  it('prints a row a family', async () => {
    const lines = seriesLines(await measureSeries(asker('三是'), gold(true)));
    assert.ok(lines.includes('| numbered | 100.0 / 100.0 / 100.0 | 100.0 / 100.0 / 100.0 |'));
  });
});

describe('hold-out', () => {
  const random = generator(3);
  const text = () => Array.from({ length: 1600 }, () => String.fromCharCode(0x4e00 + random() * 5000)).join('');
  const documents: SourceDocument[] = Array.from({ length: 150 }, (_, i) => ({
    path: `/${i}`,
    name: `gwr/${i}`,
    title: `题目${i}`,
    date: '2020',
    kind: 'reports',
    text: text(),
  }));

  it('takes what leaves three of five documents of a kind in the corpus', () => {
    assert.deepEqual(quotaFor('reports', 1000), { train: 40, test: 16 });
    assert.deepEqual(quotaFor('speeches', 50), { train: 13, test: 7 });
  });

  it('does not depend on the order of the documents', () => {
    const names = (all: readonly SourceDocument[]) =>
      chooseDrafts(all).map(({ document, split }) => `${split} ${document.name}`);
    assert.equal(names(documents).length, 56);
    assert.deepEqual(names(documents), names(documents.toReversed()));
  });

  it('leaves neither drafts nor versions of them in the corpus', () => {
    const drafts = chooseDrafts(documents);
    const version = { ...documents[0]!, path: '/version', text: drafts[0]!.document.text.slice(0, 1500) };
    const kept = withoutDrafts([...documents, version], drafts);
    assert.equal(kept.length, 150 - 56);
    assert.ok(!kept.includes(version));
  });

  it('takes no two versions of one document', () => {
    const twice = documents.flatMap(document => [document, { ...document, path: `${document.path}b`, name: 'copy' }]);
    const texts = chooseDrafts(twice).map(({ document }) => document.text);
    assert.equal(new Set(texts).size, texts.length);
  });
});
