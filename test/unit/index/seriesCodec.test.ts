import assert from 'node:assert/strict';
import { decodeSeries, encodeSeries, seriesFrom, unpackSeries } from '../../../src/core/index/format/seriesCodec.ts';
import { findSeries } from '../../../src/core/parallel/findSeries.ts';

const TEXT = [
  '各位代表：一要勤学，学以致用。二要善思，稳增长、促改革、惠民生。三要力行，力行“三个务必”。',
  '（一）坚持[统筹]谋划。从点滴中积累、从一线中历练、从实践中提高。',
  '（二）坚持\\"协同"推进。第一，抓清淤；第二，抓巡护。',
].join('\n');

describe('the series of a document', () => {
  const record = encodeSeries(findSeries(TEXT));
  const series = decodeSeries(record, TEXT);
  const textOf = (start: number, end: number): string => TEXT.slice(start, end);

  it('are found one by one where they or their members begin', () => {
    assert.ok(series.length > 4);
    for (let offset = 0; offset <= TEXT.length; offset++) {
      const beginning = series.filter(({ start, members }) =>
        [start, ...members.map(each => each.start)].includes(offset),
      );
      const found = seriesFrom(record, offset).map(packed => unpackSeries(packed, textOf));
      assert.deepEqual(found, beginning, `${offset}`);
    }
  });

  it('may be none', () => {
    assert.deepEqual(seriesFrom(encodeSeries([]), 0), []);
  });
});
