import type { MinedPhrase } from './minePhrases.ts';

/**
 * The phrases of a segment in two sections, both sorted by the phrases' text.
 *
 * Records, little-endian: position u32 · occurrences u32 · documents u16 · length u8 · flags u8 (1: idiom) · share of occurrences
 * with a clause mark before, after, u8 each · branching before, after, u8 each; shares and branching in 255ths.
 *
 * Readings: a line of ASCII each (`lexicon/reading.ts`), in the same order.
 */
const RECORD_BYTES = 16;
const IDIOM = 1;

export function packPhrases(phrases: readonly MinedPhrase[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(phrases.length * RECORD_BYTES));
  phrases.forEach((phrase, i) => {
    const at = i * RECORD_BYTES;
    view.setUint32(at, phrase.position, true);
    view.setUint32(at + 4, phrase.occurrences, true);
    view.setUint16(at + 8, Math.min(phrase.documents, 0xffff), true);
    view.setUint8(at + 10, phrase.length);
    view.setUint8(at + 11, phrase.isIdiom ? IDIOM : 0);
    const shares = [...phrase.edgeShares, ...phrase.branching];
    for (const [k, share] of shares.entries()) view.setUint8(at + 12 + k, Math.round(share * 255));
  });
  return new Uint8Array(view.buffer);
}

export function unpackPhrases(bytes: Uint8Array): MinedPhrase[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const share = (at: number): number => view.getUint8(at) / 255;
  return Array.from({ length: phraseCountOf(bytes.length) }, (_, i) => {
    const at = i * RECORD_BYTES;
    return {
      position: view.getUint32(at, true),
      occurrences: view.getUint32(at + 4, true),
      documents: view.getUint16(at + 8, true),
      length: view.getUint8(at + 10),
      isIdiom: (view.getUint8(at + 11) & IDIOM) !== 0,
      edgeShares: [share(at + 12), share(at + 13)],
      branching: [share(at + 14), share(at + 15)],
    };
  });
}

/** How many phrases `bytes` of records are. */
export function phraseCountOf(bytes: number): number {
  return bytes / RECORD_BYTES;
}

export function packReadings(readings: readonly string[]): Uint8Array {
  return new TextEncoder().encode(readings.map(reading => `${reading}\n`).join(''));
}

export function unpackReadings(bytes: Uint8Array): string[] {
  return new TextDecoder().decode(bytes).split('\n').slice(0, -1);
}
