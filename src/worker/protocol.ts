import type { ServiceErrorCode } from '../core/service/serviceError.ts';
import type { SpeechService } from '../core/service/speechService.ts';

/** Messages between the extension host and the query worker. `jianggao serve` speaks the same, a line of JSON each. */

/** What the query worker is started with. */
export interface WorkerData {
  readonly indexDirectory: string;
  readonly learningPath?: string;
  readonly editsPath?: string;
  readonly cardFolder?: string;
  readonly idiomsPath: string;
}

/** A message to the worker; the answer has the same `id`. */
export interface Request {
  readonly id: number;
  /** A method of `SpeechService`, or `reload` to reopen the index after a commit. */
  readonly method: keyof SpeechService | 'reload';
  readonly params?: unknown;
}

export type Response =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: { readonly code: ServiceErrorCode; readonly message: string } };
