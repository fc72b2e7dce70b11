import assert from 'node:assert/strict';
import { contemporaries, draftYear } from '../../../src/core/complete/contemporaries.ts';
import { documentYears, readMoreYears } from '../../../src/core/complete/documentYears.ts';
import type { Occurrence } from '../../../src/core/index/occurrence.ts';
import { evenly } from '../../../src/core/service/evenly.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

describe('draftYear', () => {
  it('is the first year that the head of a draft names', () => {
    assert.equal(draftYear('在渔港建设推进会上的讲话\n2021年3月4日\n2020年，2020年，2020年'), 2021);
  });

  it('is else the one it names most often, of two the later', () => {
    const head = `${'渔港清淤。'.repeat(60)}`;
    assert.equal(draftYear(`${head}2019年如此，2020年更是如此，2019年还是如此。`), 2019);
    assert.equal(draftYear(`${head}2019年如此，2020年更是如此。`), 2020);
  });

  it('is no year that is spoken of, and no other figure', () => {
    assert.equal(draftYear('1949年以来，投入12020元，用了20年。'), undefined);
  });
});

describe('contemporaries', () => {
  const places: Occurrence[] = Array.from({ length: 12 }, (_, position) => ({ segment: 0, position }));
  const years = [2003, 2021, 2012, 2004, undefined, 2023, 2013, 2020, 2005, 2024, 2006, 2002];
  const yearOf = ({ position }: Occurrence): number | undefined => years[position];
  const positions = (limit: number, year: number | undefined): number[] =>
    contemporaries(places, limit, year, yearOf).map(({ position }) => position);

  it('are the places within two years, then the nearest, in their order', () => {
    assert.deepEqual(
      positions(3, 2022),
      [1, 5, 7].filter(i => Math.abs(years[i]! - 2022) <= 2),
    );
    assert.deepEqual(positions(5, 2022), [1, 5, 6, 7, 9]);
  });

  it('are evenly spread places where the year is not known', () => {
    assert.deepEqual(positions(4, undefined), [0, 3, 6, 9]);
  });

  it('are all places where there are no more than wanted', () => {
    assert.equal(positions(20, 2022).length, places.length);
  });

  it('take places without a year last', () => {
    assert.ok(!positions(11, 2022).includes(4));
  });
});

describe('evenly', () => {
  it('spreads what it takes', () => {
    assert.deepEqual(evenly([0, 1, 2, 3, 4, 5, 6, 7], 4), [0, 2, 4, 6]);
    assert.deepEqual(evenly([0, 1], 4), [0, 1]);
  });
});

describe('documentYears', () => {
  it('are those of the documents, as soon as they are read', () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [
        `${i}.md`,
        `---\ndate: ${1990 + (i % 30)}-05-06\n---\n第${i}篇说渔港清淤。`,
      ]),
    );
    const index = inMemoryCorpus({ ...files, '无日期.txt': '渔港清淤。' });
    const places = index.occurrences(index.match('渔港清淤'));
    const known = (): number => places.filter(place => documentYears(index)(place) !== undefined).length;
    assert.equal(places.length, 41);
    while (readMoreYears(index));
    assert.equal(known(), 40);
    for (const place of places) {
      assert.equal(documentYears(index)(place), Number(index.dateOf(place).slice(0, 4)) || undefined);
    }
  });

  it('are read over several requests, none of which waits for all of them', () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`${i}.md`, `---\ndate: 2001-05-06\n---\n第${i}篇说渔港清淤。`]),
    );
    const index = inMemoryCorpus(files);
    const places = index.occurrences(index.match('渔港清淤'));
    const counts = Array.from({ length: 4 }, () => {
      const yearOf = documentYears(index);
      return places.filter(place => yearOf(place) !== undefined).length;
    });
    assert.ok(counts[0]! > 0 && counts[0]! < 40, `${counts}`);
    assert.equal(counts[3], 40);
  });
});
