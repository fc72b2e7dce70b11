import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { handleRequest } from '../core/service/handleRequest.ts';
import type { LocalSpeechService } from '../core/service/inProcessService.ts';
import type { RequestParams } from '../core/service/requestParams.ts';
import { ServiceError } from '../core/service/serviceError.ts';
import { asServiceError } from './openService.ts';
import { Pause } from './pause.ts';

/** A line as it comes in: of unknown shape. */
interface LineRequest {
  readonly id?: unknown;
  readonly method?: unknown;
  readonly params?: unknown;
}

/**
 * Answers the requests of `input`, a line of JSON each (`{id, method, params}`), one after the other, with a line of JSON each, until
 * `shutdown` or its end. Between them the service works ahead.
 * @param write is given the answers, without their line ends
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

/** A line that is no JSON object is a request without a method: it is answered with an error, not with silence. */
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
