import type { MinedPhrase } from './minePhrases.ts';
import type { PhraseKnowledge } from './phraseKnowledge.ts';

/** A phrase of a segment with its text. */
export interface PhraseEntry extends MinedPhrase {
  readonly text: string;
  /** In pinyin, see `lexicon/reading.ts`; '' if unknown. */
  readonly reading: string;
}

/**
 * The phrases of a segment, in three sections of one order, that of their texts. The texts are there twice, so that all
 * phrases can be read without touching the whole segment.
 *
 * Records, little-endian: position u32 · occurrences u32 · documents u16 · length u8 · flags u8 (1: idiom, 2: word) · share of occurrences
 * with a clause mark before, after, u8 each · branching before, after, u8 each; shares and branching in 255ths.
 * Texts: UTF-16, one after the other. Readings: a line of ASCII each.
 */
export interface PhraseBytes {
  readonly records: Uint8Array;
  readonly texts: Uint8Array;
  readonly readings: Uint8Array;
}

const RECORD_BYTES = 16;
const IDIOM = 1;
const WORD = 2;
const NEWLINE = 10;

/** How many phrases a section of records of `bytes` holds. */
export function phraseCountOf(bytes: number): number {
  return bytes / RECORD_BYTES;
}

/** @param text of the segment the phrases were mined from */
export function packPhrases(
  phrases: readonly MinedPhrase[],
  text: Uint16Array,
  knowledge: PhraseKnowledge,
): PhraseBytes {
  const records = new DataView(new ArrayBuffer(phrases.length * RECORD_BYTES));
  const texts = new Uint16Array(phrases.reduce((sum, phrase) => sum + phrase.length, 0));
  let units = 0;
  let readings = '';
  phrases.forEach((phrase, i) => {
    const { position, length } = phrase;
    const own = text.subarray(position, position + length);
    texts.set(own, units);
    units += length;
    readings += `${knowledge.reading(String.fromCharCode(...own))}\n`;
    const at = i * RECORD_BYTES;
    records.setUint32(at, position, true);
    records.setUint32(at + 4, phrase.occurrences, true);
    records.setUint16(at + 8, Math.min(phrase.documents, 0xffff), true);
    records.setUint8(at + 10, length);
    records.setUint8(at + 11, (phrase.isIdiom ? IDIOM : 0) | (phrase.isWord ? WORD : 0));
    const shares = [...phrase.edgeShares, ...phrase.branching];
    for (const [k, share] of shares.entries()) records.setUint8(at + 12 + k, Math.round(share * 255));
  });
  return {
    records: new Uint8Array(records.buffer),
    texts: new Uint8Array(texts.buffer),
    readings: new TextEncoder().encode(readings),
  };
}

export function* unpackPhrases({ records, texts, readings }: PhraseBytes): Generator<PhraseEntry> {
  const view = new DataView(records.buffer, records.byteOffset, records.byteLength);
  const share = (at: number): number => view.getUint8(at) / 255;
  const units = new TextDecoder('utf-16le');
  const ascii = new TextDecoder();
  let text = 0;
  let line = 0;
  for (let at = 0; at < records.length; at += RECORD_BYTES) {
    const length = view.getUint8(at + 10);
    const textEnd = text + length * 2;
    const lineEnd = readings.indexOf(NEWLINE, line);
    yield {
      position: view.getUint32(at, true),
      occurrences: view.getUint32(at + 4, true),
      documents: view.getUint16(at + 8, true),
      length,
      isIdiom: (view.getUint8(at + 11) & IDIOM) !== 0,
      isWord: (view.getUint8(at + 11) & WORD) !== 0,
      edgeShares: [share(at + 12), share(at + 13)],
      branching: [share(at + 14), share(at + 15)],
      text: units.decode(texts.subarray(text, textEnd)),
      reading: ascii.decode(readings.subarray(line, lineEnd)),
    };
    text = textEnd;
    line = lineEnd + 1;
  }
}
