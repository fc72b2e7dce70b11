import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { ServiceError } from './core/service/serviceError.ts';
import type { SpeechService } from './core/service/speechService.ts';
import { registerAssistantTools } from './features/assistant/tools.ts';
import { registerCards } from './features/cards/cards.ts';
import { DraftChecks, registerCheck } from './features/check/checkDrafts.ts';
import { registerFixAll } from './features/check/fixAll.ts';
import { registerConcordance } from './features/concordance/concordance.ts';
import { registerCorpusCommands } from './features/corpus/corpusCommands.ts';
import type { CorpusPlace } from './features/corpus/corpusEngine.ts';
import { cardFolder, corpusFolders, indexDirectoryName } from './features/corpus/corpusFolders.ts';
import { CorpusSession } from './features/corpus/corpusSession.ts';
import { registerCorpusView } from './features/corpus/corpusView.ts';
import { registerCorpusWatcher } from './features/corpus/corpusWatcher.ts';
import { registerIndexing } from './features/corpus/indexing.ts';
import { registerSkippedView } from './features/corpus/skippedView.ts';
import { registerStatusBar } from './features/corpus/statusBar.ts';
import { registerFind } from './features/find/find.ts';
import { registerLength } from './features/length/length.ts';
import { registerBorrowView } from './features/provenance/borrowView.ts';
import { DraftColours, registerColours } from './features/provenance/colours.ts';
import { registerDefinition } from './features/provenance/definition.ts';
import { registerHighlights } from './features/provenance/highlights.ts';
import { registerHover } from './features/provenance/hover.ts';
import { registerLookup } from './features/provenance/lookup.ts';
import { Renderings, registerRenderings } from './features/provenance/renderings.ts';
import { registerRephrase } from './features/provenance/rephrase.ts';
import { registerSource, Sources } from './features/provenance/source.ts';
import { registerWorkspaceSymbols } from './features/provenance/workspaceSymbols.ts';
import { DraftVariables } from './features/structure/draftVariables.ts';
import { registerEnumerateActions } from './features/structure/enumerateActions.ts';
import { registerListKeys } from './features/structure/listKeys.ts';
import { registerNumbering } from './features/structure/numbering.ts';
import { registerOutline } from './features/structure/outlineSymbols.ts';
import { registerPlaceholders } from './features/structure/placeholders.ts';
import { registerSeries } from './features/structure/series.ts';
import { registerStartSeries } from './features/structure/startSeries.ts';
import { registerTemplates } from './features/structure/templates.ts';
import { registerCompletion } from './features/suggest/completion.ts';
import { EnterGuard } from './features/suggest/enterGuard.ts';
import { registerGhostText } from './features/suggest/ghostTextProvider.ts';
import { Learning, registerLearning } from './features/suggest/learning.ts';
import { registerPinyinTrigger } from './features/suggest/pinyinTrigger.ts';
import { registerRowKeys } from './features/suggest/rowKeys.ts';
import { createSuggesting } from './features/suggest/suggesting.ts';
import { registerSuggestionSwitch } from './features/suggest/suggestionSwitch.ts';
import { registerTrigger } from './features/suggest/trigger.ts';
import { registerSample } from './features/welcome/sample.ts';
import type { IndexReport } from './indexer/protocol.ts';
import { IndexerSupervisor } from './indexer/supervisor.ts';
import { contextKeys } from './manifest.ts';
import { readSetting } from './vscode/config.ts';
import { setContext } from './vscode/context.ts';
import { registerLanguageContext } from './vscode/languages.ts';
import { createLog, describeError, type Log } from './vscode/log.ts';
import { setDisplayLanguage, t } from './vscode/messages.ts';
import { showFailure } from './vscode/showFailure.ts';
import { WorkerClient } from './worker/client.ts';

/** In the global storage, beside the indexes: what was accepted and refused is counted for all corpora together. */
const learningFileName = 'learning.bin';
/** Beside it: what the user says of documents. */
const editsFileName = 'documents.bin';

/** What tests and other extensions may use. */
export interface ExtensionApi {
  readonly service: SpeechService;
  /** Resolves when the first index is open and up to date. */
  whenReady(): Promise<void>;
  /** Reads what has changed in the corpus. */
  reindex(): Promise<IndexReport>;
  /** Time the synchronous part of the activation took. */
  readonly activationMilliseconds: number;
}

export function activate(context: vscode.ExtensionContext): ExtensionApi {
  const started = performance.now();
  setDisplayLanguage(vscode.env.language);
  try {
    const log = createLog();
    const corpus = createCorpus(context, log);
    const renderings = new Renderings(corpus.service);
    const sources = new Sources(corpus.service, renderings, log);
    const enter = new EnterGuard(isActive => setContext(contextKeys.enterBreaksLine, isActive));
    const learning = new Learning(corpus.service, log);
    const colours = new DraftColours(corpus.service, log);
    const variables = new DraftVariables(context.workspaceState);
    const suggesting = createSuggesting(corpus.service, enter, learning, variables, log);
    const access = { service: corpus.service, sources, log };
    context.subscriptions.push(
      log,
      corpus,
      corpus.onDidChangeState(({ kind }) => {
        suggesting.answers.forget();
        suggesting.ghosts.forget();
        if (kind === 'ready') void learning.load();
      }),
      registerLanguageContext(),
      registerCompletion(suggesting),
      registerRowKeys(enter),
      registerTrigger(suggesting),
      registerPinyinTrigger(suggesting),
      registerGhostText(suggesting),
      registerLearning(learning, () => {
        suggesting.refusals.noteAccepted();
        colours.noteAccepted();
      }),
      registerHover(access),
      registerDefinition(access),
      registerHighlights(access),
      registerBorrowView(access),
      registerColours(colours),
      registerRenderings(renderings, corpus),
      registerSource(sources),
      registerLookup(access),
      registerSample(context.extensionUri),
      registerConcordance(access, context.extensionUri),
      registerTemplates(variables, access),
      registerCards({ corpus, renderings, sources, log }, () => suggesting.answers.forget()),
      registerFind(access),
      registerLength(access, context.extensionUri),
      registerOutline(access, () => corpus.folders),
      registerNumbering(),
      registerListKeys(),
      registerStartSeries(),
      registerEnumerateActions(),
      registerPlaceholders(),
      registerRephrase(access),
      registerFixAll(access),
      registerSeries(access),
      registerCheck(new DraftChecks(corpus.service, log)),
      registerCorpusCommands(corpus, context.globalStorageUri, log),
      registerStatusBar(corpus),
      registerSuggestionSwitch(),
      registerWorkspaceSymbols(access),
      registerAssistantTools(corpus.service),
      registerCorpusView(corpus, sources, context.globalState, log),
      registerSkippedView(corpus, log),
      registerCorpusWatcher(corpus),
      registerIndexing(corpus),
    );
    return {
      service: corpus.service,
      whenReady: async () => void (await corpus.start()),
      reindex: () => corpus.update({ retry: true }),
      activationMilliseconds: performance.now() - started,
    };
  } catch (error) {
    // The editor itself shows nothing when an extension fails to start.
    showFailure('extension.failed', error);
    throw error;
  }
}

function createCorpus(context: vscode.ExtensionContext, log: Log): CorpusSession {
  const workerPath = context.asAbsolutePath('dist/worker.cjs');
  const indexerPath = context.asAbsolutePath('dist/indexer.cjs');
  const inStorage = (name: string): string => vscode.Uri.joinPath(context.globalStorageUri, name).fsPath;
  const learningPath = inStorage(learningFileName);
  const editsPath = inStorage(editsFileName);
  const assetDirectory = context.asAbsolutePath('dist');
  let told = false;
  const onError = (error: Error) => {
    log.error(t('service.failed', describeError(error)));
    // What is damaged comes back from the corpus; the user is not asked and loses nothing but time.
    if (error instanceof ServiceError && error.code === 'index-damaged') {
      corpus.repair().catch(() => undefined); // shown through the state
      return;
    }
    if (!told) showFailure('service.failed', error);
    told = true;
  };
  const corpus = new CorpusSession(
    () => corpusPlace(context, log),
    ({ indexDirectory, cardFolder }) => ({
      client: new WorkerClient({
        workerPath,
        indexDirectory,
        learningPath,
        editsPath,
        ...(cardFolder !== undefined && { cardFolder }),
        onError,
      }),
      indexer: new IndexerSupervisor({
        indexerPath,
        indexDirectory,
        assetDirectory,
        segmenter: readSetting('jianggao.corpus.segmenter') === 'nodejieba' ? 'any' : 'typescript',
      }),
    }),
  );
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
  const indexDirectory = vscode.Uri.joinPath(context.globalStorageUri, indexDirectoryName(folders)).fsPath;
  return { folders, indexDirectory, cardFolder: cardFolder(readSetting('jianggao.cards.folder'), homedir()) };
}
