/** The same bytes as numbers of several bytes; nothing is copied. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The same bytes with the methods of a `Buffer`; nothing is copied. */
export function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** `size` bytes of a view from `offset` on, fewer at its end. */
export function bytesAt(view: DataView, offset: number, size: number): DataView {
  return new DataView(view.buffer, view.byteOffset + offset, Math.max(0, Math.min(size, view.byteLength - offset)));
}
