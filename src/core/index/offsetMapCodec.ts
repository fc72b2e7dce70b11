import type { OffsetMap } from '../document/cleanText.ts';

/** Runs as differences to where the run before ended, LEB128 with a zigzag sign: 3–4 bytes a run. */
export function encodeOffsetMap(map: OffsetMap): Uint8Array {
  const bytes: number[] = [];
  let clean = 0;
  let raw = 0;
  for (let i = 0; i < map.cleanStarts.length; i++) {
    writeVarint(bytes, map.cleanStarts[i]! - clean);
    writeVarint(bytes, zigzag(map.rawStarts[i]! - raw));
    writeVarint(bytes, map.rawEnds[i]! - map.rawStarts[i]!);
    clean = map.cleanStarts[i]!;
    raw = map.rawEnds[i]!;
  }
  return Uint8Array.from(bytes);
}

export function decodeOffsetMap(bytes: Uint8Array): OffsetMap {
  const cleanStarts: number[] = [];
  const rawStarts: number[] = [];
  const rawEnds: number[] = [];
  let at = 0;
  let clean = 0;
  let raw = 0;
  const next = (): number => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = bytes[at++]!;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 0x80;
    }
  };
  while (at < bytes.length) {
    clean += next();
    const difference = next();
    const start = raw + (difference % 2 ? -(difference + 1) / 2 : difference / 2);
    raw = start + next();
    cleanStarts.push(clean);
    rawStarts.push(start);
    rawEnds.push(raw);
  }
  return { cleanStarts, rawStarts, rawEnds };
}

function zigzag(value: number): number {
  return value < 0 ? -value * 2 - 1 : value * 2;
}

function writeVarint(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
}
