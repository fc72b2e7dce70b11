// Documents of the corpus as rows of a tree. Pure. Labels and tooltips are plain strings: trees do not render Markdown in them.

import { basename, relative, sep } from 'node:path';
import { EDITABLE_FIELDS, type EditableField } from '../../core/document/editableFields.ts';
import { isFromSidecar } from '../../core/document/sidecar.ts';
import type { MetadataField } from '../../core/document/speechMetadata.ts';
import type { DocumentGroup, DocumentSummary, Grouping } from '../../core/service/documentList.ts';
import { t } from '../../vscode/messages.ts';
import { shortLine } from '../../vscode/shorten.ts';
import { folderAround } from './corpusFolders.ts';

export interface GroupRow extends DocumentGroup {
  readonly kind: 'group';
}

export interface DocumentRow extends DocumentSummary {
  readonly kind: 'document';
}

/** Row that stands for the documents of a group that are not shown yet. */
export interface MoreRow {
  readonly kind: 'more';
  readonly group: string;
  readonly left: number;
}

export type CorpusRow = GroupRow | DocumentRow | MoreRow;

/** Longest quotation, in a tooltip, of the words that a value was read from. */
const longestEvidence = 40;

/** Label of a group: «2023年», or the folder relative to its corpus folder. */
export function groupLabel(groupBy: Grouping, key: string, folders: readonly string[]): string {
  if (key === '') return t('tree.unknown');
  switch (groupBy) {
    case 'year':
      return t('tree.year', key);
    case 'folder':
      return folderLabel(key, folders);
    default:
      return key;
  }
}

function folderLabel(path: string, folders: readonly string[]): string {
  const folder = folders.includes(path) ? path : folderAround(path, folders);
  if (folder === undefined) return path;
  const inner = relative(folder, path);
  return inner === '' ? basename(folder) : `${basename(folder)}${sep}${inner}`;
}

/** Text beside the title: «2023-05-01 · 许长河». */
export function documentDescription({ metadata, isExcluded }: DocumentSummary): string {
  const known = [metadata.date, metadata.speaker].filter(part => part !== undefined).join(' · ');
  return isExcluded ? t('tree.excluded', known) : known;
}

/** All metadata of a document, each value with the words it was read from. */
export function documentTooltip(summary: DocumentSummary): string {
  const { title, path, characters, metadata } = summary;
  const fields = EDITABLE_FIELDS.flatMap(field => {
    const value = metadata[field];
    return value === undefined ? [] : [`${t(`field.${field}`)}：${value}${origin(summary, field)}`];
  });
  const others = (['organization', 'origin', 'fragment'] as const satisfies MetadataField[]).flatMap(
    field => metadata[field] ?? [],
  );
  return [title, ...fields, ...others, t('tree.characters', characters), path].join('\n');
}

/** Where a value comes from: «（用户填写）», «（可信度低：……）». */
function origin({ metadata, edited }: DocumentSummary, field: EditableField): string {
  if (edited.includes(field)) return t('tree.byUser');
  if (isFromSidecar(metadata, field)) return t('tree.bySidecar');
  const confidence = metadata.confidence[field];
  const evidence = metadata.evidence[field];
  if (confidence === undefined || confidence === 'high') return '';
  return t(`tree.${confidence}`, evidence === undefined ? '' : shortLine(evidence, longestEvidence));
}
