import assert from 'node:assert/strict';
import { shorten, shortLine } from '../../../src/vscode/shorten.ts';

describe('shorten', () => {
  it('leaves a short text as it is and ends a long one in «…»', () => {
    assert.equal(shorten('真抓实干', 4), '真抓实干');
    assert.equal(shorten('真抓实干', 3), '真抓实…');
  });

  it('parts no character of two units', () => {
    assert.equal(shorten('𠮷利街', 1), '…');
    assert.equal(shorten('在𠮷利街', 2), '在…');
    assert.equal(shorten('在𠮷利街', 3), '在𠮷…');
  });

  it('makes one line of several', () => {
    assert.equal(shortLine('一、\n真抓\t 实干', 20), '一、 真抓 实干');
  });
});
