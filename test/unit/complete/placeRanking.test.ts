import assert from 'node:assert/strict';
import { evenly } from '../../../src/core/collections/evenly.ts';
import { complete } from '../../../src/core/complete/complete.ts';
import { readMoreTraits, traitsOf } from '../../../src/core/complete/documentTraits.ts';
import { findSection, sectionFunctionOf } from '../../../src/core/complete/draftSection.ts';
import { draftYear } from '../../../src/core/complete/draftYear.ts';
import { nearestPlaces } from '../../../src/core/complete/nearestPlaces.ts';
import { PlaceRanking } from '../../../src/core/complete/placeRanking.ts';
import { codeOf, SectionRuns } from '../../../src/core/complete/sectionRuns.ts';
import type { CorpusIndex } from '../../../src/core/index/corpusIndex.ts';
import type { Occurrence } from '../../../src/core/index/occurrence.ts';
import { PlaceList } from '../../../src/core/index/placeList.ts';
import { outline } from '../../../src/core/structure/outline.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

function readAll(index: CorpusIndex): CorpusIndex {
  while (readMoreTraits(index));
  return index;
}

function yearOf(index: CorpusIndex, { segment, position }: Occurrence): number | undefined {
  return traitsOf(index).year(segment, index.segments[segment]!.documentAt(position));
}

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

describe('nearestPlaces', () => {
  const places = new PlaceList();
  for (let position = 0; position < 12; position++) places.push(0, position);
  const distances = [9, 0, 5, 9, 40, 0, 5, 0, 9, 1, 9, 9];
  const positions = (limit: number, distanceOf: (at: number) => number): number[] =>
    nearestPlaces(places, limit, {
      least: (_, position) => Math.floor(distanceOf(position)),
      more: (_, position) => (Number.isInteger(distanceOf(position)) ? 0 : 1),
    }).map(({ position }) => position);

  it('are the nearest, in their order', () => {
    assert.deepEqual(
      positions(3, at => distances[at]!),
      [1, 5, 7],
    );
    assert.deepEqual(
      positions(5, at => distances[at]!),
      [1, 2, 5, 7, 9],
    );
    assert.ok(!positions(11, at => distances[at]!).includes(4));
  });

  it('are told by what is only known of those that may be among them, too', () => {
    const halves = [9, 0.5, 0, 9, 40, 0.5, 0, 1, 9, 0.5, 9, 1.5];
    assert.deepEqual(
      positions(2, at => halves[at]!),
      [2, 6],
    );
    assert.deepEqual(
      positions(4, at => halves[at]!),
      [1, 2, 6, 7],
    );
  });

  it('are evenly spread where all are equal', () => {
    assert.deepEqual(
      positions(4, () => 1),
      [0, 3, 6, 9],
    );
  });

  it('are all places where there are no more than wanted', () => {
    assert.equal(positions(20, at => distances[at]!).length, places.length);
  });
});

describe('evenly', () => {
  it('spreads what it takes', () => {
    assert.deepEqual(evenly([0, 1, 2, 3, 4, 5, 6, 7], 4), [0, 2, 4, 6]);
    assert.deepEqual(evenly([0, 1], 4), [0, 1]);
  });
});

describe('SectionRuns', () => {
  it('knows what the innermost section around an offset does', () => {
    const sections = [
      {
        start: 10,
        end: 60,
        title: '一、',
        level: 1,
        function: '肯定成绩' as const,
        children: [
          { start: 20, end: 30, title: '（一）', level: 2, function: '查找不足' as const, children: [] },
          { start: 40, end: 50, title: '（二）', level: 2, children: [] },
        ],
      },
    ];
    const runs = new SectionRuns(3);
    runs.append([], 50);
    runs.append(sections, 80);
    const at = [0, 10, 19, 20, 29, 30, 45, 59, 60, 79].map(offset => runs.at(1, offset));
    const [good, bad] = [codeOf('肯定成绩'), codeOf('查找不足')];
    assert.deepEqual(at, [0, good, good, bad, bad, good, good, good, 0, 0]);
    assert.equal(runs.at(0, 20), 0);
    assert.equal(runs.at(2, 20), 0, 'not appended yet');
    assert.deepEqual([runs.isAt(1, 25, bad), runs.isAt(1, 25, good), runs.isAt(2, 20, bad)], [true, false, false]);
  });
});

describe('sectionFunctionOf', () => {
  const draft = '一、过去一年工作回顾\n清淤船都到了位。\n二、存在的问题和不足\n码头还不够用。';

  it('is that of the section the draft ends in, as the outline has it', () => {
    const index = inMemoryCorpus({ 'a.txt': '渔港清淤。' });
    for (let end = 0; end <= draft.length; end++) {
      const last = outline(draft.slice(0, end)).at(-1)?.function;
      if (draft[end - 1] === '\n') assert.equal(sectionFunctionOf(index, draft.slice(0, end)), codeOf(last));
    }
    assert.equal(sectionFunctionOf(index, draft), codeOf('查找不足'));
  });

  it('is found between two requests by who works ahead', () => {
    const index = inMemoryCorpus({ 'a.txt': '渔港清淤。' });
    const asked = (text: string): number => {
      const code = sectionFunctionOf(index, text);
      findSection(index);
      return code;
    };
    const first = draft.slice(0, draft.indexOf('二、'));
    const review = codeOf(outline(first).at(-1)!.function);
    assert.deepEqual([first, first, draft, draft, '各位代表：\n'].map(asked), [
      review,
      review,
      review,
      codeOf('查找不足'),
      0,
    ]);
    assert.notEqual(review, 0);
  });
});

describe('documentTraits', () => {
  const files = (date: (i: number) => string): Record<string, string> =>
    Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`${i}.md`, `---\ndate: ${date(i)}-05-06\n---\n第${i}篇说渔港清淤。`]),
    );

  it('have the year of each document that says it', () => {
    const index = readAll(inMemoryCorpus({ ...files(i => `${1990 + (i % 30)}`), '无日期.txt': '渔港清淤。' }));
    const places = index.matches.occurrences(index.matches.of('渔港清淤'));
    assert.equal(places.length, 41);
    for (const place of places) {
      assert.equal(yearOf(index, place), Number(index.documents.dateOf(place).slice(0, 4)) || undefined);
    }
  });

  it('are read over several requests, none of which waits for all of them', () => {
    const index = inMemoryCorpus(files(() => '2001'));
    const places = index.matches.occurrences(index.matches.of('渔港清淤'));
    const counts = Array.from({ length: 8 }, () => {
      traitsOf(index).startRequest();
      return places.filter(place => yearOf(index, place) !== undefined).length;
    });
    assert.ok(counts[0]! > 0 && counts[0]! < 40, `${counts}`);
    assert.equal(counts.at(-1), 40);
  });

  it('have what the sections do', () => {
    const text = '一、过去一年工作回顾\n清淤船都到了位。\n二、存在的问题和不足\n清淤船还不够。';
    const index = readAll(inMemoryCorpus({ 'a.txt': text }));
    const places = index.matches.occurrences(index.matches.of('清淤船'));
    const [good, bad] = [codeOf('肯定成绩'), codeOf('查找不足')];
    const are = (code: number): boolean[] =>
      places.map(({ segment, position }) =>
        traitsOf(index).isInSection(segment, index.segments[segment]!.documentAt(position), position, code),
      );
    assert.deepEqual(
      [are(good), are(bad), are(codeOf('称谓'))],
      [
        [true, false],
        [false, true],
        [false, false],
      ],
    );
  });
});

describe('PlaceRanking', () => {
  it('puts the draft’s own years first, and of those the sections that do the same', () => {
    const body = '一、过去一年工作回顾\n清淤船都到了位。\n二、存在的问题和不足\n清淤船还不够。';
    const index = readAll(
      inMemoryCorpus({
        'a.md': `---\ndate: 2021-02-03\n---\n${body}`,
        'b.md': `---\ndate: 2003-02-03\n---\n${body}说。`,
      }),
    );
    const ranking = new PlaceRanking(index, '在会上的讲话\n2020年3月4日\n一、存在的问题和不足\n清淤船');
    const places = index.matches.occurrences(index.matches.of('清淤船'));
    const [praise, fault, oldPraise, oldFault] = places.map(
      ({ segment, position }) => ranking.least(segment, position) + ranking.more(segment, position),
    );
    assert.ok(fault! < praise! && praise! < oldFault! && oldFault! < oldPraise!);
    assert.ok(ranking.weight(places[1]!) > ranking.weight(places[0]!));
  });
});

describe('the list', () => {
  const speech = (i: number): string =>
    [
      `在第${i}次渔港会上的讲话`,
      '一、过去一年的成绩',
      `第${i}港的清淤船都到了位。在码头管护方面，做到了随坏随修。`,
      '二、存在的问题和不足',
      `第${i}港的清淤船还不够。在码头管护方面，还有些拖拉现象。`,
    ].join('\n');
  const index = readAll(
    inMemoryCorpus(Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${i}.txt`, speech(i)]))),
  );
  const first = (heading: string): string => {
    const draft = `在航道会上的讲话\n${heading}\n航标灯换了新的。在码头管护方面，`;
    return complete(index, { text: draft, offset: draft.length, limit: 5, mode: 'balanced' })[0]!.insertText;
  };

  it('follows the function of the section, the words before the caret being the same', () => {
    assert.match(first('一、一年来的工作成绩'), /做到了随坏随修/);
    assert.match(first('一、当前存在的突出问题'), /还有些拖拉现象/);
  });
});
