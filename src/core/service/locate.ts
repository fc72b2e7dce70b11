import type { Card } from '../cards/card.ts';
import { decode } from '../document/decode.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Span } from '../text/span.ts';
import { placeOf } from './place.ts';
import type { SourcePlace } from './speechService.ts';

/** Bytes of a file of the corpus, or `undefined` if it is gone. Throws the system's error if it is there and cannot be read. */
export type ReadFile = (path: string) => Uint8Array | undefined;

/** A span of the clean text of a document or card. */
interface DocumentSpan extends Span {
  readonly documentId: string;
}

/** Where a span stands in the file it comes from; `undefined` if there is no such place or the file is gone. */
export function locate(
  index: CorpusIndex,
  cards: readonly Card[],
  readFile: ReadFile,
  { documentId, start, end }: DocumentSpan,
): SourcePlace | undefined {
  const card = cards.find(({ id }) => id === documentId);
  if (card !== undefined) {
    return placeIn(readFile, card.path, { start: card.textStart + start, end: card.textStart + end });
  }
  const document = index.documents.find(documentId);
  if (document === undefined || start < 0 || end <= start || end > document.stored.characters) return undefined;
  const { path, encoding, format } = document.stored;
  if (format !== 'text') return { path, encoding, ...placeOf(document.text(), { start, end }), rendered: true };
  return placeIn(readFile, path, document.rawSpan({ start, end }));
}

function placeIn(readFile: ReadFile, path: string, span: Span): SourcePlace | undefined {
  const bytes = readFile(path);
  if (bytes === undefined) return undefined;
  const { text, encoding } = decode(bytes);
  return { path, encoding, ...placeOf(text, span) };
}
