import { bufferOf } from './bytes.ts';

/** 80–9F; what is not assigned stays the control character it is in Latin-1. */
const MARKS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Bytes 93 75 70 94 → «“up”». By hand, since `TextDecoder('windows-1252')` of Node 23 and 24 takes it for Latin-1. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const text = bufferOf(bytes).toString('latin1');
  return text.replaceAll(/[\u0080-\u009f]/gu, mark => MARKS[mark.charCodeAt(0) - 0x80]!);
}
