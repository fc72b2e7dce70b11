import assert from 'node:assert/strict';
import {
  CLOSES,
  classAt,
  HAN,
  isAllHan,
  NEWLINE,
  PAUSE,
  STOP,
  skipTo,
  unitTable,
} from '../../../src/core/text/charClass.ts';

describe('classes of characters', () => {
  it('tells the class of a unit, none before the start and past the end', () => {
    assert.deepEqual(
      [-1, 0, 1, 2, 3, 4].map(at => classAt('水，。\n', at)),
      [0, HAN, PAUSE, STOP, NEWLINE, 0],
    );
  });

  it('skips to the first unit of several classes, at most to the end', () => {
    const text = '水通了，路通了。”';
    assert.equal(skipTo(PAUSE | STOP, text, 0, text.length), 3);
    assert.equal(skipTo(PAUSE | STOP, text, 4, text.length), 7);
    assert.equal(skipTo(STOP | CLOSES, text, 0, 5), 5);
  });

  it('takes rare characters for Han', () => {
    assert.ok(isAllHan('𠀀水〇'));
    assert.ok(!isAllHan('水a'));
    assert.ok(isAllHan('a水', 1));
  });

  it('adds up the classes a unit is named in', () => {
    const table = unitTable([
      ['水渠', 1],
      ['渠路', 2],
    ]);
    assert.deepEqual(
      ['水', '渠', '路', '通'].map(unit => table[unit.charCodeAt(0)]),
      [1, 3, 2, 0],
    );
  });
});
