import type { OffsetMap } from '../../document/cleanText.ts';
import { VarintReader, VarintWriter } from './varint.ts';

/**
 * Encodes each run of the map as its differences from the end of the run before, as LEB128 numbers with zigzag signs. A
 * run takes 3 to 4 bytes.
 */
export function encodeOffsetMap(map: OffsetMap): Uint8Array {
  const writer = new VarintWriter();
  let clean = 0;
  let raw = 0;
  for (let i = 0; i < map.cleanStarts.length; i++) {
    writer.write(map.cleanStarts[i]! - clean);
    writer.write(zigzag(map.rawStarts[i]! - raw));
    writer.write(map.rawEnds[i]! - map.rawStarts[i]!);
    clean = map.cleanStarts[i]!;
    raw = map.rawEnds[i]!;
  }
  return writer.bytes();
}

/** Reads what `encodeOffsetMap` wrote. */
export function decodeOffsetMap(bytes: Uint8Array): OffsetMap {
  const cleanStarts: number[] = [];
  const rawStarts: number[] = [];
  const rawEnds: number[] = [];
  const reader = new VarintReader(bytes);
  let clean = 0;
  let raw = 0;
  while (!reader.isAtEnd) {
    clean += reader.next();
    const difference = reader.next();
    const start = raw + (difference % 2 ? -(difference + 1) / 2 : difference / 2);
    raw = start + reader.next();
    cleanStarts.push(clean);
    rawStarts.push(start);
    rawEnds.push(raw);
  }
  return { cleanStarts, rawStarts, rawEnds };
}

function zigzag(value: number): number {
  return value < 0 ? -value * 2 - 1 : value * 2;
}
