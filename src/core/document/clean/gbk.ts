interface GbkTable {
  readonly codeOf: ReadonlyMap<string, number>;
  /** By `lead << 8 | trail`. */
  readonly characterOf: readonly (string | undefined)[];
}

let table: GbkTable | undefined;

/** GBK code of a character as `lead << 8 | trail`, `undefined` if GBK has none: «域» → 0xD3F2. */
export function gbkCode(character: string): number | undefined {
  table ??= readTable();
  return table.codeOf.get(character);
}

/** Character of two GBK bytes, `undefined` if they mean nothing: (0xD3, 0xF2) → «域». */
export function gbkCharacter(lead: number, trail: number): string | undefined {
  table ??= readTable();
  return table.characterOf[(lead << 8) | trail];
}

let gb2312: Uint8Array | undefined;

/** Whether an ideograph belongs to GB 2312 (6,763 of them): what ordinary simplified text is written with. */
export function isGb2312(character: string): boolean {
  return character.length === 1 && gb2312Units()[character.charCodeAt(0)] === 1;
}

/** 1 for the units that write the ideographs of GB 2312. */
export function gb2312Units(): Uint8Array {
  gb2312 ??= readGb2312();
  return gb2312;
}

function readGb2312(): Uint8Array {
  const bytes: number[] = [];
  for (let lead = 0xb0; lead <= 0xf7; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) bytes.push(lead, trail);
  }
  const table = new Uint8Array(0x10000);
  for (const character of new TextDecoder('gbk').decode(Uint8Array.from(bytes))) table[character.charCodeAt(0)] = 1;
  return table;
}

/** `TextEncoder` writes UTF-8 only, so the table is read off the decoder, once, when first needed (24,000 pairs, 20 ms). */
function readTable(): GbkTable {
  const codeOf = new Map<string, number>();
  const characterOf: (string | undefined)[] = new Array(0x10000);
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    const codes: number[] = [];
    const bytes: number[] = [];
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      codes.push((lead << 8) | trail);
      // The newline keeps an invalid pair from eating the next one.
      bytes.push(lead, trail, 0x0a);
    }
    const cells = decoder.decode(Uint8Array.from(bytes)).split('\n');
    for (let i = 0; i < codes.length; i++) {
      const cell = cells[i] ?? '';
      if (cell.length !== 1 || cell === '\ufffd' || isPrivateUse(cell)) continue;
      characterOf[codes[i]!] = cell;
      if (!codeOf.has(cell)) codeOf.set(cell, codes[i]!);
    }
  }
  return { codeOf, characterOf };
}

function isPrivateUse(character: string): boolean {
  return character >= '\ue000' && character <= '\uf8ff';
}
