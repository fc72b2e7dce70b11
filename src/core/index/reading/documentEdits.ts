import type { EditableField } from '../../document/editableFields.ts';
import { withFields } from '../../document/statedFields.ts';
import type { DocumentHead } from '../format/storedDocument.ts';

/** The fields that a user has stated of a document. They replace what was found in it; an empty text states that there is no value. */
export type FieldEdits = Readonly<Partial<Record<EditableField, string>>>;

/** All that a user says of one document. */
export interface DocumentEdit {
  readonly documentId: string;
  /** SHA-256 of the file, hexadecimal. The edit also applies to a document of another id that has the same bytes. */
  readonly hash: string;
  readonly fields: FieldEdits;
  /** Left out of everything but the list of documents. */
  readonly isExcluded: boolean;
}

/** Keeps what users say of documents. Edits win over what was found, and outlive the index. */
export interface DocumentEditStore {
  readonly edits: readonly DocumentEdit[];
  /**
   * Replaces the edit of that document. An edit that states nothing is removed.
   * @throws the system's error if it cannot be written
   */
  put(edit: DocumentEdit): void;
}

/** The edits of all documents, found by the id of the document or by the hash of its bytes. */
export class DocumentEdits {
  readonly #byId: ReadonlyMap<string, DocumentEdit>;
  readonly #byHash: ReadonlyMap<string, DocumentEdit>;

  constructor(edits: readonly DocumentEdit[]) {
    this.#byId = new Map(edits.map(edit => [edit.documentId, edit]));
    this.#byHash = new Map(edits.map(edit => [edit.hash, edit]));
  }

  get hasExcluded(): boolean {
    return [...this.#byId.values()].some(edit => edit.isExcluded);
  }

  /** Whether the user has left out this very document. Its hash does not count here: of two copies one may be left out. */
  isExcluded(documentId: string): boolean {
    return this.#byId.get(documentId)?.isExcluded === true;
  }

  fieldsOf({ id, file }: DocumentHead): FieldEdits {
    return (this.#byId.get(id) ?? this.#byHash.get(file.hash))?.fields ?? {};
  }

  /** The document with the user's fields in place of what was found. */
  applied<T extends DocumentHead>(document: T): T {
    const fields = this.fieldsOf(document);
    return Object.keys(fields).length === 0
      ? document
      : {
          ...document,
          title: fields.title || document.title,
          metadata: withFields(document.metadata, fields, BY_USER),
        };
  }
}

const BY_USER = '用户填写';

export const NO_EDITS = new DocumentEdits([]);
