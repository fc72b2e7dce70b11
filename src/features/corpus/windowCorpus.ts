import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { ServiceError } from '../../core/service/serviceError.ts';
import { IndexerSupervisor } from '../../indexer/supervisor.ts';
import { readSetting } from '../../vscode/config.ts';
import { describeError, type Log } from '../../vscode/log.ts';
import { t } from '../../vscode/messages.ts';
import { showFailure } from '../../vscode/showFailure.ts';
import { WorkerClient } from '../../worker/client.ts';
import type { CorpusPlace } from './corpusEngine.ts';
import { cardFolder, corpusFolders, indexDirectoryName } from './corpusFolders.ts';
import { CorpusSession } from './corpusSession.ts';

/** In the global storage, beside the indexes: accepted and refused suggestions are counted for all corpora together. */
const learningFileName = 'learning.bin';
/** Beside it: the user's edits of document metadata. */
const editsFileName = 'documents.bin';

/** The corpus named by the settings, with this window's query worker and indexer. Nothing is started before the first request. */
export function createCorpus(context: vscode.ExtensionContext, log: Log): CorpusSession {
  const inStorage = (name: string): string => vscode.Uri.joinPath(context.globalStorageUri, name).fsPath;
  const corpus: CorpusSession = new CorpusSession(
    () => corpusPlace(context, log),
    ({ indexDirectory, cardFolder }) => ({
      client: new WorkerClient({
        workerPath: context.asAbsolutePath('dist/worker.cjs'),
        indexDirectory,
        learningPath: inStorage(learningFileName),
        editsPath: inStorage(editsFileName),
        ...(cardFolder !== undefined && { cardFolder }),
        onError,
      }),
      indexer: new IndexerSupervisor({
        indexerPath: context.asAbsolutePath('dist/indexer.cjs'),
        indexDirectory,
        assetDirectory: context.asAbsolutePath('dist'),
        segmenter: readSetting('jianggao.corpus.segmenter') === 'nodejieba' ? 'any' : 'typescript',
      }),
    }),
  );
  let isTold = false;
  /** Shown once a window. Whatever is damaged is rebuilt from the corpus, so the user is not asked and loses only time. */
  function onError(error: Error): void {
    log.error(t('service.failed', describeError(error)));
    if (error instanceof ServiceError && error.code === 'index-damaged') {
      corpus.repair().catch(() => undefined); // shown through the state
      return;
    }
    if (!isTold) showFailure('service.failed', error);
    isTold = true;
  }
  return corpus;
}

function corpusPlace(context: vscode.ExtensionContext, log: Log): CorpusPlace {
  const { folders, refused } = corpusFolders(
    readSetting('jianggao.corpus.folders'),
    readSetting('jianggao.corpus.starter'),
    context.asAbsolutePath('corpus'),
    homedir(),
  );
  for (const path of refused) log.warn(t('log.refused', path));
  return {
    folders,
    indexDirectory: vscode.Uri.joinPath(context.globalStorageUri, indexDirectoryName(folders)).fsPath,
    cardFolder: cardFolder(readSetting('jianggao.cards.folder'), homedir()),
  };
}
