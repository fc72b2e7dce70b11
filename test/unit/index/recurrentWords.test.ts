import assert from 'node:assert/strict';
import { buildSegment } from '../../../src/core/index/build/buildSegment.ts';
import { memorySource } from '../../../src/core/index/format/byteSource.ts';
import { encodeDocument } from '../../../src/core/index/format/storedDocument.ts';
import { Segment } from '../../../src/core/index/reading/segment.ts';
import { concatenated, testDocument } from '../support/inMemoryCorpus.ts';

/** What is found in `documents` whose words are set apart by blanks, which are taken out. */
function wordsOf(documents: readonly string[]): string[] {
  const encoded = documents.map((spaced, i) => {
    const text = spaced.replaceAll(' ', '');
    const starts: number[] = [];
    let at = 0;
    for (const word of spaced.split(' ')) {
      starts.push(at);
      at += word.length;
    }
    const plain = testDocument(`${i}.txt`, text);
    return encodeDocument({ ...plain, text, series: [], wordStarts: Uint32Array.from(starts) });
  });
  const segment = new Segment(memorySource(concatenated(buildSegment(encoded))));
  return [...segment.phrases()].filter(({ isWord }) => isWord).map(({ text }) => text);
}

const times = <T>(count: number, of: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => of(i));
const digit = (i: number): string => '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳'[i % 16]!;

describe('recurrentWords', () => {
  const documents = times(
    24,
    i => `${digit(i)} 要 推动 乡村 振兴 ${digit(i + 3)} 和 治理 ${digit(i + 5)} 的 治理 ${digit(i + 7)} 再 治理`,
  );

  it('has words that stand at no clause mark, and words that keep company', () => {
    const words = wordsOf(documents);
    for (const word of ['乡村', '振兴', '治理', '乡村振兴'])
      assert.ok(words.includes(word), `${word}: ${words.join(' ')}`);
  });

  it('has no words together that mostly stand elsewhere, none that a joining word begins or ends, nothing rare', () => {
    const words = wordsOf([...documents, '仅此 一家']);
    for (const word of ['和治理', '的治理', '仅此']) assert.ok(!words.includes(word), word);
  });

  it('is sorted by text, each once', () => {
    const words = wordsOf(documents);
    assert.deepEqual(words, [...new Set(words)].sort());
  });

  it('finds nothing in a few documents', () => {
    assert.deepEqual(wordsOf(documents.slice(0, 4)), []);
  });
});
