import { fieldName, fieldOf } from './fieldKeys.ts';
import { quoteValue, readEntry } from './frontMatter.ts';
import { acceptedField } from './metadata.ts';
import type { MetadataField, SpeechMetadata } from './speechMetadata.ts';
import { type StatedFields, withFields } from './statedFields.ts';

/** A file beside a document, `讲话.docx.jianggao.yaml` for `讲话.docx`, in which the user states what is known of it. */
export const SIDECAR_SUFFIX = '.jianggao.yaml';

/** What the user states of a document in the file beside it. */
export interface Sidecar {
  readonly fields: StatedFields;
  /** 密级 */
  readonly classification?: string;
}

/** What was read in a sidecar. */
export interface SidecarReading extends Sidecar {
  /** The lines that cannot be read, each with the reason in Chinese. The other lines are valid. */
  readonly problems: readonly string[];
}

/** In place of the words a field was read from. */
const EVIDENCE = '元数据文件';
/** What YAML has before and behind a document. */
const DOCUMENT_MARKS = ['---', '...'];

/**
 * Reads `key: value` lines, the part of YAML that headers of documents may have too. Comments, blank lines and a key
 * without a value state nothing. The value `''` states that the document has none.
 */
export function readSidecar(text: string): SidecarReading {
  const fields: Partial<Record<MetadataField, string>> = {};
  let classification: string | undefined;
  const problems: string[] = [];
  for (const [i, line] of linesOf(text).entries()) {
    if (saysNothing(line)) continue;
    const read = readLine(line);
    if ('problem' in read) problems.push(`第 ${i + 1} 行：${read.problem}`);
    else if (read.field === 'classification') classification = read.value;
    else if (read.value !== undefined) fields[read.field] = read.value;
  }
  return { fields, ...(classification && { classification }), problems };
}

type LineReading =
  | { readonly field: MetadataField | 'classification'; readonly value: string | undefined }
  | { readonly problem: string };

function readLine(line: string): LineReading {
  const entry = readEntry(line);
  if (entry === undefined) return { problem: '不是“字段: 值”' };
  const { key, value, isQuoted } = entry;
  const field = fieldOf(key);
  if (field === undefined) return { problem: `不认识字段“${key}”` };
  if (value === '') return { field, value: isQuoted ? '' : undefined };
  const accepted = field === 'classification' ? value : acceptedField(field, value);
  return accepted === undefined ? { problem: `“${value}”不能作为${fieldName(field)}` } : { field, value: accepted };
}

/** The text of a sidecar that states `fields`. Everything else in `existing` stays as it is. */
export function formatSidecar(fields: StatedFields, existing = ''): string {
  const left = new Map(Object.entries(fields) as [MetadataField, string][]);
  const kept = existing === '' ? [] : linesOf(existing.trimEnd());
  const lines = kept.flatMap(line => {
    const field = fieldOf(readEntry(line)?.key ?? '');
    if (field === undefined || field === 'classification' || fields[field] === undefined) return [line];
    const isFirst = left.delete(field);
    return isFirst ? [entryOf(field, fields[field])] : [];
  });
  return [...lines, ...[...left].map(([field, value]) => entryOf(field, value)), ''].join('\n');
}

/** What the user states wins over what stands in the document. */
export function withSidecar(found: SpeechMetadata, { fields, classification }: Sidecar): SpeechMetadata {
  return { ...withFields(found, fields, EVIDENCE), ...(classification !== undefined && { classification }) };
}

/** Whether a sidecar has had a say in it. */
export function isFromSidecar({ evidence }: SpeechMetadata, field?: MetadataField): boolean {
  return field === undefined ? Object.values(evidence).includes(EVIDENCE) : evidence[field] === EVIDENCE;
}

function entryOf(field: MetadataField, value: string): string {
  return `${fieldName(field)}: ${quoteValue(value)}`;
}

function linesOf(text: string): string[] {
  return text.replace(/^\ufeff/u, '').split(/\r?\n/u);
}

function saysNothing(line: string): boolean {
  const said = line.trim();
  return said === '' || said.startsWith('#') || DOCUMENT_MARKS.includes(said);
}
