/** What an RTF file is made of. `parameter` of a control word is `undefined` where it has none. */
export interface TokenSink {
  open(): void;
  close(): void;
  control(word: string, parameter: number | undefined): void;
  /** A byte of text: written plainly or, `escaped`, as \'d6. */
  byte(value: number, escaped: boolean): void;
  /** Whether the byte before began a character of two, so that the next one belongs to it whatever it looks like. */
  readonly inCharacter: boolean;
}

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const QUOTE = 0x27;
const MAX_WORD = 40;

/** Reads once from start to end: «{\b\'d6\'d0}» → open, control b, byte D6, byte D0, close. */
export function readTokens(bytes: Uint8Array, sink: TokenSink): void {
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at]!;
    // The second byte of a raw Chinese character may be a backslash or brace (GBK goes from 40 to FE).
    const second = sink.inCharacter && byte >= 0x40 && !(byte === BACKSLASH && bytes[at + 1] === QUOTE);
    if (second && (byte >= 0x80 || bytes[at - 1]! >= 0x80 || (byte !== BACKSLASH && byte !== OPEN && byte !== CLOSE))) {
      sink.byte(byte, false);
      at++;
    } else if (byte === BACKSLASH) {
      at = readControl(bytes, at + 1, sink);
    } else {
      if (byte === OPEN) sink.open();
      else if (byte === CLOSE) sink.close();
      // Line breaks of the file are none of the text.
      else if (byte !== 0x0a && byte !== 0x0d && byte !== 0) sink.byte(byte, false);
      at++;
    }
  }
}

function readControl(bytes: Uint8Array, start: number, sink: TokenSink): number {
  let at = start;
  while (at < bytes.length && at - start < MAX_WORD && isLetter(bytes[at]!)) at++;
  if (at === start) return readSymbol(bytes, start, sink);
  const word = String.fromCharCode(...bytes.subarray(start, at));
  const negative = bytes[at] === 0x2d;
  if (negative) at++;
  const digits = at;
  let parameter = 0;
  while (at < bytes.length && at - digits < 10 && bytes[at]! >= 0x30 && bytes[at]! <= 0x39) {
    parameter = parameter * 10 + bytes[at]! - 0x30;
    at++;
  }
  const value = at === digits ? undefined : negative ? -parameter : parameter;
  if (bytes[at] === 0x20) at++;
  if (word === 'bin') return at + Math.max(0, value ?? 0);
  sink.control(word, value);
  return at;
}

function readSymbol(bytes: Uint8Array, at: number, sink: TokenSink): number {
  const symbol = bytes[at];
  if (symbol === undefined) return at;
  if (symbol === QUOTE) {
    const value = Number.parseInt(String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0), 16);
    if (!Number.isNaN(value)) sink.byte(value, true);
    return at + 3;
  }
  if (symbol === BACKSLASH || symbol === OPEN || symbol === CLOSE) sink.byte(symbol, true);
  else sink.control(symbol === 0x0a || symbol === 0x0d ? 'par' : String.fromCharCode(symbol), undefined);
  return at + 1;
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}
