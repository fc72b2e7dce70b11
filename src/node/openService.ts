import { readFileSync } from 'node:fs';
import type { CardStore } from '../core/cards/card.ts';
import type { Learning } from '../core/complete/learning.ts';
import type { CorpusIndex } from '../core/index/corpusIndex.ts';
import { CorruptIndexError } from '../core/index/format/byteSource.ts';
import { DocumentEdits } from '../core/index/reading/documentEdits.ts';
import { createSpeechService, type LocalSpeechService } from '../core/service/inProcessService.ts';
import { ServiceError } from '../core/service/serviceError.ts';
import type { DocumentEditsFile } from './documentEditsFile.ts';
import { openIndex } from './indexDirectory.ts';
import { commitStamp } from './indexManifest.ts';
import { reasonOf } from './systemErrors.ts';

/** A service over the index in a directory, with its open files. */
export interface OpenService {
  readonly service: LocalSpeechService;
  /** Whether the index and the user's edits of documents are unchanged since they were opened. Reads their file stamps. */
  isCurrent(): boolean;
  close(): void;
}

/** The user's own data for the answers; data whose path is absent is not kept. */
export interface UserData {
  readonly learning?: Learning;
  readonly edits?: DocumentEditsFile;
  readonly cards?: CardStore;
  /** See `ServiceInit.idiomsPath`. */
  readonly idiomsPath?: string;
}

/** @throws ServiceError `index-damaged` if the index is damaged */
export function openService(
  indexDirectory: string,
  { learning, edits, cards, idiomsPath }: UserData = {},
): OpenService {
  let index: CorpusIndex;
  let stamp: string;
  const stampNow = (): string => `${commitStamp(indexDirectory)} ${edits?.stamp() ?? ''}`;
  try {
    stamp = stampNow();
    index = openIndex(indexDirectory, new DocumentEdits(edits?.edits ?? []));
  } catch (error) {
    throw asServiceError(error);
  }
  return {
    service: createSpeechService({
      index,
      readFile,
      ...(learning && { learning }),
      ...(edits && { edits }),
      ...(cards && { cards }),
      ...(idiomsPath !== undefined && { idiomsPath }),
    }),
    isCurrent: () => stampNow() === stamp,
    close: () => index.close(),
  };
}

/** The error to report to a caller on another thread or at the other end of a pipe. */
export function asServiceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  const { message, syscall, path } = error as NodeJS.ErrnoException;
  if (error instanceof CorruptIndexError) return new ServiceError('index-damaged', `索引损坏：${message}`);
  if (syscall !== undefined) return new ServiceError('internal', `读不了 ${path ?? '索引'}：${reasonOf(error)}`);
  return new ServiceError('internal', message);
}

function readFile(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
