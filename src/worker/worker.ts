/**
 * The query worker: answers messages from a `SpeechService` over the open index, so that no disk wait or long loop reaches the extension
 * host.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { handleRequest } from '../core/service/handleRequest.ts';
import type { RequestParams } from '../core/service/requestParams.ts';
import { CardFolder } from '../node/cardFolder.ts';
import { collectingRest } from '../node/collectGarbage.ts';
import { DocumentEditsFile } from '../node/documentEditsFile.ts';
import { LearningFile } from '../node/learningFile.ts';
import { asServiceError, type OpenService, openService, type UserData } from '../node/openService.ts';
import { Pause } from '../node/pause.ts';
import type { Request, Response, WorkerData } from './protocol.ts';

const { indexDirectory, learningPath, editsPath, cardFolder, idiomsPath } = workerData as WorkerData;
const userData: UserData = {
  ...(learningPath !== undefined && { learning: new LearningFile(learningPath) }),
  ...(editsPath !== undefined && { edits: new DocumentEditsFile(editsPath) }),
  ...(cardFolder !== undefined && { cards: new CardFolder(cardFolder) }),
  idiomsPath,
};
let open: OpenService | undefined;
/** The service has been opened since the last answer. */
let isNew = false;

function reload(): void {
  if (open?.isCurrent()) return;
  const before = open;
  open = openService(indexDirectory, userData); // throws: what was open goes on being served
  before?.close();
  isNew = true;
}

async function answer({ id, method, params }: Request): Promise<Response> {
  try {
    if (method === 'reload') {
      reload();
      return { id, result: undefined };
    }
    if (open === undefined) reload();
    return { id, result: await handleRequest(open!.service, method, params as RequestParams) };
  } catch (error) {
    const { code, message } = asServiceError(error);
    return { id, error: { code, message } };
  }
}

const pause = new Pause(() => open?.service.warmUp() === true);
const rest = collectingRest();
let worksAhead = false;

/** Works ahead while the worker is idle; a message that has arrived meanwhile is answered before the next piece. */
function workAhead(): void {
  worksAhead = open?.service.workAhead() === true;
  if (worksAhead) setImmediate(workAhead);
}

parentPort?.on('message', (request: Request) => {
  void answer(request).then(response => {
    parentPort?.postMessage(response);
    if (!worksAhead) setImmediate(workAhead);
    worksAhead = true;
    // A newly opened index is warmed up at once: the first requests should find it ready.
    if (isNew) pause.beginNow();
    else pause.begin();
    isNew = false;
    rest.begin();
  });
});
