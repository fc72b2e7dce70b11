import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { handleRequest } from '../core/service/handleRequest.ts';
import type { RequestParams } from '../core/service/requestParams.ts';
import { ServiceError } from '../core/service/serviceError.ts';
import type { SpeechService } from '../core/service/speechService.ts';
import { collectingRest } from './collectGarbage.ts';
import { asServiceError, type OpenService } from './openService.ts';
import { Pause } from './pause.ts';

/** A parsed line of input, of unknown shape. */
interface LineRequest {
  readonly id?: unknown;
  readonly method?: unknown;
  readonly params?: unknown;
}

/** Whether another commit has been made is asked at most this often: requests follow each other faster than commits. */
const CHECK_INTERVAL_MS = 50;

/**
 * Answers each line of `input`, a JSON request (`{id, method, params}`), with a line of JSON, in order, until `shutdown` or the end of the
 * input, which is closed then. Between requests the service works ahead; in a rest, what past answers took goes back to the system. Answers
 * come from the latest commit that can be opened.
 * @param open opens the service over the commit of the moment
 * @param write called with each answer, without a line end
 */
export async function serveLines(
  open: () => OpenService,
  input: Readable,
  write: (line: string) => void,
): Promise<void> {
  let current = open();
  let checkedAt = performance.now();
  const pause = new Pause(() => current.service.warmUp());
  const rest = collectingRest();
  for await (const line of createInterface({ input })) {
    if (line.trim() === '') continue;
    const request = parseRequest(line);
    if (performance.now() - checkedAt > CHECK_INTERVAL_MS) {
      current = upToDate(current, open);
      checkedAt = performance.now();
    }
    write(JSON.stringify(await answer(current.service, request)));
    current.service.workAhead();
    pause.begin();
    rest.begin();
    if (request.method === 'shutdown') break;
  }
  pause.end();
  rest.end();
  current.close();
  // A pipe that the other side keeps open would keep the process alive.
  input.destroy();
}

/** The service over the latest commit; what is open stays so where that cannot be opened. */
function upToDate(current: OpenService, open: () => OpenService): OpenService {
  if (current.isCurrent()) return current;
  try {
    const next = open();
    current.close();
    return next;
  } catch {
    return current;
  }
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

async function answer(service: SpeechService, { id, method, params }: LineRequest): Promise<unknown> {
  try {
    if (method === 'shutdown') return { id, result: {} };
    if (typeof method !== 'string') throw new ServiceError('bad-request', '每行应为 {"id", "method", "params"}');
    return { id, result: (await handleRequest(service, method, (params ?? {}) as RequestParams)) ?? null };
  } catch (error) {
    const { code, message } = asServiceError(error);
    return { id, error: { code, message } };
  }
}
