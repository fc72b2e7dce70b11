import assert from 'node:assert/strict';
import type { Provenance } from '../../../../src/core/document/provenance.ts';
import type { SeriesMember } from '../../../../src/core/parallel/parallelSeries.ts';
import type { SeriesAtResult } from '../../../../src/core/service/seriesAt.ts';
import type { CorpusSeries } from '../../../../src/core/service/seriesLookup.ts';
import { seriesHoverText } from '../../../../src/features/provenance/seriesHover.ts';
import { renderBlocks } from '../../../../src/vscode/markup.ts';

const members = (...texts: readonly string[]): SeriesMember[] =>
  texts.map(text => ({ text, start: 0, end: text.length }));
const provenance: Provenance = {
  documentId: 'a',
  path: '/a.txt',
  title: '春耕动员',
  sectionPath: [],
  start: 0,
  end: 9,
  rawStart: 0,
  rawEnd: 9,
};
const source = (...texts: readonly string[]): CorpusSeries => ({
  family: 'shared-head',
  scope: 'sentence',
  markers: [],
  members: members(...texts),
  start: 0,
  end: 9,
  documents: 1,
  provenance,
});
const found = (over: Partial<SeriesAtResult>): SeriesAtResult => ({
  span: { start: 0, end: 9 },
  members: members('稳面积', '稳单产'),
  sources: [],
  ...over,
});

describe('seriesHoverText', () => {
  it('shows the draft’s series and the whole of the corpus’ with its source', () => {
    const text = renderBlocks(seriesHoverText(found({ sources: [source('稳面积', '稳单产', '稳人心')] }), ''));
    assert.match(text, /排比 2 项<\/strong>　稳面积 ｜ 稳单产/);
    assert.match(text, /> 稳面积 ｜ 稳单产 ｜ 稳人心/);
    assert.match(text, /《春耕动员》/);
  });

  it('says nothing that the hover shows already, and nothing without a source', () => {
    assert.deepEqual(seriesHoverText(found({ sources: [source('稳面积', '稳单产')] }), '要稳面积、稳单产'), []);
    assert.deepEqual(seriesHoverText(found({}), ''), []);
  });

  it('shows what a slogan counts, in the draft or in the corpus', () => {
    const own = renderBlocks(seriesHoverText(found({ slogan: '“两稳”' }), ''));
    assert.match(own, /<strong>“两稳”<\/strong>　2 项/);
    assert.match(own, /本稿/);
    const known = renderBlocks(
      seriesHoverText(found({ slogan: '“两稳”', members: [], sources: [source('稳人心', '稳预期')] }), ''),
    );
    assert.match(known, /稳人心 ｜ 稳预期/);
    assert.deepEqual(seriesHoverText(found({ slogan: '“两稳”', members: [] }), ''), []);
  });
});
