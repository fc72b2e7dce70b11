import { FormatError } from './formatText.ts';

/** Runs a reader over bytes of any origin: whatever it throws becomes a {@link FormatError} («损坏：…»). */
export function orDamaged<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw asFormatError(what, error);
  }
}

/** A RangeError of a DataView, a cfb or pdf.js error → «损坏：不是完整的 PDF 文档», with the original as its cause. */
export function asFormatError(what: string, error: unknown): FormatError {
  return error instanceof FormatError ? error : new FormatError(`损坏：不是完整的${what}`, { cause: error });
}
