import { statSync } from 'node:fs';
import type { DocumentEdit, DocumentEditStore } from '../core/index/reading/documentEdits.ts';
import { UserFile } from './userFile.ts';

interface Content {
  readonly version: 1;
  readonly edits: readonly DocumentEdit[];
}

/** The user's edits of document metadata, in one `UserFile` for all corpora: ids are unique across them. */
export class DocumentEditsFile implements DocumentEditStore {
  readonly #path: string;
  readonly #file: UserFile<Content>;

  constructor(path: string) {
    this.#path = path;
    this.#file = new UserFile(path, isContent);
  }

  get edits(): readonly DocumentEdit[] {
    return this.#file.read().value?.edits ?? [];
  }

  put(edit: DocumentEdit): void {
    const { value, isDamaged } = this.#file.read();
    const others = (value?.edits ?? []).filter(({ documentId }) => documentId !== edit.documentId);
    const saysAnything = edit.isExcluded || Object.keys(edit.fields).length > 0;
    this.#file.write({ version: 1, edits: saysAnything ? [...others, edit] : others }, isDamaged);
  }

  /** A value that changes with the file; computed without reading it. */
  stamp(): string {
    const status = statSync(this.#path, { throwIfNoEntry: false });
    return status === undefined ? '' : `${status.ino} ${status.size} ${status.mtimeMs}`;
  }
}

function isContent(value: unknown): value is Content {
  const { version, edits } = value as Partial<Content>;
  return version === 1 && Array.isArray(edits) && edits.every(isEdit);
}

function isEdit(value: unknown): value is DocumentEdit {
  if (typeof value !== 'object' || value === null) return false;
  const { documentId, hash, fields, isExcluded } = value as Partial<DocumentEdit>;
  return (
    typeof documentId === 'string' &&
    typeof hash === 'string' &&
    typeof isExcluded === 'boolean' &&
    typeof fields === 'object' &&
    Object.values(fields).every(each => typeof each === 'string')
  );
}
