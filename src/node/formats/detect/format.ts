/** Kinds there is a reader for; `text` is everything that looks like nothing else. */
export type ReadableKind = 'docx' | 'odt' | 'doc' | 'rtf' | 'pdf' | 'html' | 'text';

/** What the bytes of a file are, whatever its suffix says. `reason` is Chinese and shown to the user. */
export type Format =
  | { readonly kind: ReadableKind }
  | { readonly kind: 'unsupported' | 'encrypted'; readonly reason: string };
