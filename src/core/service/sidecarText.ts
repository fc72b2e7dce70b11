import { decode } from '../document/decode.ts';
import { EDITABLE_FIELDS } from '../document/editableFields.ts';
import { formatSidecar, SIDECAR_SUFFIX } from '../document/sidecar.ts';
import type { DocumentSummary } from './documentList.ts';
import type { ReadFile } from './locate.ts';
import type { SidecarText } from './speechService.ts';

/**
 * The sidecar that states all that is known of a document. What else stands in the existing one, in whatever encoding, is kept.
 * @param head first lines of a new sidecar
 * @throws DecodeError if the existing file is no text
 */
export function sidecarText(
  { path: documentPath, metadata, edited }: DocumentSummary,
  readFile: ReadFile,
  head: string,
): SidecarText {
  const path = documentPath + SIDECAR_SUFFIX;
  const fields = Object.fromEntries(
    EDITABLE_FIELDS.flatMap(field => {
      const value = metadata[field] ?? (edited.includes(field) ? '' : undefined);
      return value === undefined ? [] : [[field, value]];
    }),
  );
  const bytes = readFile(path);
  return { path, text: formatSidecar(fields, bytes === undefined ? head : decode(bytes).text) };
}
