import { readFileSync } from 'node:fs';
import type { CardStore } from '../core/cards/card.ts';
import type { Learning } from '../core/complete/learning.ts';
import { CorruptIndexError } from '../core/index/byteSource.ts';
import type { CorpusIndex } from '../core/index/corpusIndex.ts';
import { createSpeechService } from '../core/service/inProcessService.ts';
import { ServiceError } from '../core/service/serviceError.ts';
import type { SpeechService } from '../core/service/speechService.ts';
import { commitStamp, openIndex } from './indexDirectory.ts';

/** A service over the index of a directory, with the open files behind it. */
export interface OpenService {
  readonly service: SpeechService;
  /** Whether no commit has been made since; asked of the file system. */
  isCurrent(): boolean;
  close(): void;
}

/** @throws ServiceError `index-damaged` if the index cannot be believed */
export function openService(indexDirectory: string, learning?: Learning, cards?: CardStore): OpenService {
  let index: CorpusIndex;
  const stamp = commitStamp(indexDirectory);
  try {
    index = openIndex(indexDirectory);
  } catch (error) {
    throw asServiceError(error);
  }
  return {
    service: createSpeechService({ index, readFile, ...(learning && { learning }), ...(cards && { cards }) }),
    isCurrent: () => commitStamp(indexDirectory) === stamp,
    close: () => index.close(),
  };
}

/** What a caller on the other side of a thread or pipe is told of `error`. */
export function asServiceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  const { message } = error as Error;
  if (error instanceof CorruptIndexError) return new ServiceError('index-damaged', `索引损坏：${message}`);
  return new ServiceError('internal', message);
}

function readFile(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
