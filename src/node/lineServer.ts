import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { handleRequest } from '../core/service/handleRequest.ts';
import type { LocalSpeechService } from '../core/service/inProcessService.ts';
import type { RequestParams } from '../core/service/requestParams.ts';
import { ServiceError } from '../core/service/serviceError.ts';
import { asServiceError } from './openService.ts';
import { Pause } from './pause.ts';

/** A parsed line of input, of unknown shape. */
interface LineRequest {
  readonly id?: unknown;
  readonly method?: unknown;
  readonly params?: unknown;
}

/**
 * Answers each line of `input`, a JSON request (`{id, method, params}`), with a line of JSON, in order, until `shutdown` or the end of the
 * input. Between requests the service works ahead.
 * @param write called with each answer, without a line end
 */
export async function serveLines(
  service: LocalSpeechService,
  input: Readable,
  write: (line: string) => void,
): Promise<void> {
  const pause = new Pause(() => service.warmUp());
  for await (const line of createInterface({ input })) {
    if (line.trim() === '') continue;
    const request = parseRequest(line);
    write(JSON.stringify(await answer(service, request)));
    service.workAhead();
    pause.begin();
    if (request.method === 'shutdown') break;
  }
  pause.end();
}

/** A line that is not a JSON object becomes a request without a method, so that it is answered with an error. */
function parseRequest(line: string): LineRequest {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

async function answer(service: LocalSpeechService, { id, method, params }: LineRequest): Promise<unknown> {
  try {
    if (method === 'shutdown') return { id, result: {} };
    if (typeof method !== 'string') throw new ServiceError('bad-request', '每行应为 {"id", "method", "params"}');
    return { id, result: (await handleRequest(service, method, params as RequestParams)) ?? null };
  } catch (error) {
    const { code, message } = asServiceError(error);
    return { id, error: { code, message } };
  }
}
