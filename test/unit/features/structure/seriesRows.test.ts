import assert from 'node:assert/strict';
import type { CorpusSeries } from '../../../../src/core/service/seriesLookup.ts';
import { seriesRows } from '../../../../src/features/structure/seriesRows.ts';

const provenance = {
  documentId: 'd',
  path: '/d.md',
  title: '在推进会上的讲话',
  sectionPath: ['一'],
  start: 0,
  end: 9,
  rawStart: 0,
  rawEnd: 9,
};
const series = (documents: number, ...members: string[]): CorpusSeries => ({
  family: 'frame',
  scope: 'sentence',
  markers: [],
  members: members.map(text => ({ text, start: 0, end: text.length })),
  start: 0,
  end: 9,
  documents,
  provenance,
});

describe('series as rows', () => {
  it('stand below what they have in common with the one asked about, with number and source', () => {
    const long = '从很长很长很长很长的一句话中看出门道';
    const groups = [
      { by: 'member' as const, series: [series(3, '从难处中成长', long)] },
      { by: 'frame' as const, series: [series(1, '从点滴中积累', '从一线中历练')] },
    ];
    const found = seriesRows({ members: ['从难处中成长'], frame: '从…中…', groups });
    assert.deepEqual(
      found.map(({ heading, rows }) => [heading, rows.map(({ label, detail }) => [label, detail])]),
      [
        ['有相同的项', [['从难处中成长 ｜ 从很长很长很长很长的一句话中看出…', '3篇 · 《在推进会上的讲话》']]],
        ['句式 从…中…', [['从点滴中积累 ｜ 从一线中历练', '《在推进会上的讲话》']]],
      ],
    );
  });
});
