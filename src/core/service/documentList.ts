import { compareText } from '../collections/compareText.ts';
import { EDITABLE_FIELDS, type EditableField } from '../document/editableFields.ts';
import { fieldName } from '../document/fieldKeys.ts';
import { acceptedField } from '../document/metadata.ts';
import type { SpeechMetadata } from '../document/speechMetadata.ts';
import { yearOf } from '../document/speechMetadata.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { DocumentPlace } from '../index/documentPlace.ts';
import type { DocumentFormat, DocumentHead } from '../index/format/storedDocument.ts';
import { type DocumentEdit, type DocumentEditStore, DocumentEdits } from '../index/reading/documentEdits.ts';

/** The attributes a list of documents can be grouped by. */
export const GROUPINGS = ['year', 'occasion', 'speaker', 'folder'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Documents that have something in common. */
export interface DocumentGroup {
  /** The year, occasion, speaker or folder; empty for documents whose value is unknown. */
  readonly key: string;
  readonly documents: number;
}

/** A document of the corpus, with the user's own corrections of its metadata. */
export interface DocumentSummary {
  readonly documentId: string;
  readonly title: string;
  readonly path: string;
  readonly format: DocumentFormat;
  /** UTF-16 units of clean text. */
  readonly characters: number;
  readonly metadata: SpeechMetadata;
  /** The metadata fields that the user has corrected. */
  readonly edited: readonly EditableField[];
  readonly isExcluded: boolean;
}

export interface DocumentsRequest {
  readonly groupBy: Grouping;
  /** Key of the group whose documents to list; without it the groups themselves are listed. */
  readonly group?: string;
  readonly offset?: number;
  readonly limit?: number;
}

export interface DocumentsResult {
  /** Number of documents in all groups, or in the requested group. */
  readonly total: number;
  /** Groups in the order they are shown: years latest first, folders by name, others by number of documents; unknown values last. */
  readonly groups: readonly DocumentGroup[];
  /** Latest first, then by title. */
  readonly documents: readonly DocumentSummary[];
}

export interface DescribeRequest {
  readonly documentId: string;
  /** New values of fields; `null` takes the user's correction back. */
  readonly changes?: Readonly<Partial<Record<EditableField, string | null>>>;
  readonly isExcluded?: boolean;
}

/** Thrown where a field is given a value that it cannot have. */
export class FieldError extends Error {
  readonly field: EditableField;

  constructor(field: EditableField, value: string) {
    super(`“${value}”不能作为${fieldName(field)}`);
    this.field = field;
  }
}

interface Listed {
  readonly head: DocumentHead;
  readonly isExcluded: boolean;
}

/** Lists the documents of a corpus, including those the user has left out. The documents' headers are read once. */
export class DocumentList {
  readonly #index: CorpusIndex;
  readonly #edits: DocumentEdits;
  #listed: readonly Listed[] | undefined;

  constructor(index: CorpusIndex, edits: readonly DocumentEdit[]) {
    this.#index = index;
    this.#edits = new DocumentEdits(edits);
  }

  list({ groupBy, group, offset = 0, limit = Number.POSITIVE_INFINITY }: DocumentsRequest): DocumentsResult {
    if (group === undefined) {
      const groups = this.#groups(groupBy);
      return { total: groups.length, groups: groups.slice(offset, offset + limit), documents: [] };
    }
    const members = this.#all().filter(({ head }) => keyOf(head, groupBy) === group);
    members.sort((a, b) => byDate(a.head, b.head) || compareText(a.head.title, b.head.title));
    const documents = members.slice(offset, offset + limit).map(each => this.#summary(each));
    return { total: members.length, groups: [], documents };
  }

  /** A document as the index has it now. */
  find(documentId: string): DocumentSummary | undefined {
    const found = this.#find(documentId);
    return found && this.#summary(found);
  }

  /**
   * Stores the user's changes to a document, which take effect when the index is next opened. Returns the document as the index has it now.
   */
  describe(request: DescribeRequest, store: DocumentEditStore): DocumentSummary | undefined {
    const { documentId, changes = {}, isExcluded } = request;
    const found = this.#find(documentId);
    if (found === undefined) return undefined;
    const summary = this.#summary(found);
    if (isExcluded === undefined && Object.keys(changes).length === 0) return summary;
    const kept = new DocumentEdits(store.edits); // another edit may have come since the index was opened
    const fields: Partial<Record<EditableField, string>> = { ...kept.fieldsOf(found.head) };
    for (const field of EDITABLE_FIELDS) {
      const value = changes[field];
      if (value === undefined) continue;
      if (value === null) delete fields[field];
      else fields[field] = checked(field, value.trim());
    }
    const { hash } = found.head.file;
    store.put({ documentId, hash, fields, isExcluded: isExcluded ?? kept.isExcluded(documentId) });
    return summary;
  }

  #find(documentId: string): Listed | undefined {
    return this.#all().find(({ head }) => head.id === documentId);
  }

  #groups(groupBy: Grouping): DocumentGroup[] {
    const counts = new Map<string, number>();
    for (const { head } of this.#all()) {
      const key = keyOf(head, groupBy);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const groups = [...counts].map(([key, documents]) => ({ key, documents }));
    return groups.sort((a, b) => {
      if (a.key === '' || b.key === '') return a.key === '' ? 1 : -1;
      if (groupBy === 'year') return compareText(b.key, a.key);
      if (groupBy === 'folder') return compareText(a.key, b.key);
      return b.documents - a.documents || compareText(a.key, b.key);
    });
  }

  #summary({ head, isExcluded }: Listed): DocumentSummary {
    const { id, title, path, format, characters, metadata } = head;
    const edited = Object.keys(this.#edits.fieldsOf(head)) as EditableField[];
    return { documentId: id, title, path, format, characters, metadata, edited, isExcluded };
  }

  #all(): readonly Listed[] {
    const read = ({ segment, document }: DocumentPlace): DocumentHead =>
      this.#index.segments[segment]!.documentHead(document);
    this.#listed ??= [
      ...this.#index.documents.places().map(place => ({ head: read(place), isExcluded: false })),
      ...this.#index.excluded.map(place => ({ head: read(place), isExcluded: true })),
    ];
    return this.#listed;
  }
}

function keyOf({ path, metadata }: DocumentHead, groupBy: Grouping): string {
  switch (groupBy) {
    case 'year':
      return yearOf(metadata.date ?? '');
    case 'folder':
      return path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'), 0));
    default:
      return metadata[groupBy] ?? '';
  }
}

/** @throws FieldError */
function checked(field: EditableField, value: string): string {
  if (value === '') return '';
  const accepted = field === 'title' || field === 'role' ? value : acceptedField(field, value);
  if (accepted === undefined) throw new FieldError(field, value);
  return accepted;
}

function byDate(a: DocumentHead, b: DocumentHead): number {
  return compareText(b.metadata.date ?? '', a.metadata.date ?? '');
}
