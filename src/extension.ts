import * as vscode from 'vscode';
import type { SpeechService } from './core/service/speechService.ts';
import { registerAssistantTools } from './features/assistant/tools.ts';
import { registerCards } from './features/cards/cards.ts';
import { DraftChecks, registerCheck } from './features/check/checkDrafts.ts';
import { registerFixAll } from './features/check/fixAll.ts';
import { registerConcordance } from './features/concordance/concordance.ts';
import { registerCorpusCommands } from './features/corpus/corpusCommands.ts';
import { registerCorpusView } from './features/corpus/corpusView.ts';
import { registerCorpusWatcher } from './features/corpus/corpusWatcher.ts';
import { registerIndexing } from './features/corpus/indexing.ts';
import { registerCorpusContext } from './features/corpus/namedState.ts';
import { registerSkippedView } from './features/corpus/skippedView.ts';
import { registerStatusBar } from './features/corpus/statusBar.ts';
import { createCorpus } from './features/corpus/windowCorpus.ts';
import { registerFind } from './features/find/find.ts';
import { registerLength } from './features/length/length.ts';
import { registerBorrowView } from './features/provenance/borrowView.ts';
import { DraftColours, registerColours } from './features/provenance/colours.ts';
import { registerDefinition } from './features/provenance/definition.ts';
import { registerHighlights } from './features/provenance/highlights.ts';
import { registerHover } from './features/provenance/hover.ts';
import { registerLookup } from './features/provenance/lookup.ts';
import { OpenSources } from './features/provenance/openSources.ts';
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
import { contextKeys } from './manifest.ts';
import { setContext } from './vscode/context.ts';
import { registerLanguageContext } from './vscode/languages.ts';
import { createLog } from './vscode/log.ts';
import { setDisplayLanguage } from './vscode/messages.ts';
import { showFailure } from './vscode/showFailure.ts';

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
    const parts = createParts(context);
    const { corpus } = parts;
    context.subscriptions.push(
      parts.log,
      corpus,
      refreshWithCorpus(parts),
      registerLanguageContext(),
      ...registerCorpus(parts),
      ...registerSuggesting(parts),
      ...registerProvenance(parts),
      ...registerStructure(parts),
      ...registerTools(parts),
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

type Parts = ReturnType<typeof createParts>;

/** What several features share. */
function createParts(context: vscode.ExtensionContext) {
  const log = createLog();
  const corpus = createCorpus(context, log);
  const { service } = corpus;
  const openSources = new OpenSources(context.workspaceState);
  const renderings = new Renderings(service, openSources);
  const sources = new Sources(service, renderings, openSources, log);
  const enter = new EnterGuard(isActive => setContext(contextKeys.enterBreaksLine, isActive));
  const learning = new Learning(service, log);
  const colours = new DraftColours(service, log);
  const variables = new DraftVariables(context.workspaceState);
  const suggesting = createSuggesting({ service, enter, learning, variables, log });
  const access = { service, sources, log };
  return { context, log, corpus, renderings, sources, enter, learning, colours, variables, suggesting, access };
}

/** Forgets answers whenever the corpus changes, and loads what was learned once there is an index. */
function refreshWithCorpus({ corpus, suggesting, learning }: Parts): vscode.Disposable {
  return corpus.onDidChangeState(({ kind }) => {
    suggesting.answers.forget();
    suggesting.ghosts.forget();
    if (kind === 'ready') void learning.load();
  });
}

function registerCorpus({ context, corpus, sources, log }: Parts): vscode.Disposable[] {
  return [
    registerCorpusContext(corpus),
    registerCorpusCommands(corpus, context.globalStorageUri, log),
    registerStatusBar(corpus),
    registerCorpusView(corpus, sources, context.globalState, log),
    registerSkippedView(corpus, log),
    registerCorpusWatcher(corpus),
    registerIndexing(corpus),
  ];
}

function registerSuggesting({ suggesting, enter, learning, colours }: Parts): vscode.Disposable[] {
  return [
    registerCompletion(suggesting),
    registerRowKeys(enter),
    registerTrigger(suggesting),
    registerPinyinTrigger(suggesting),
    registerGhostText(suggesting),
    registerLearning(learning, () => {
      suggesting.refusals.noteAccepted();
      colours.noteAccepted();
    }),
    registerSuggestionSwitch(),
  ];
}

function registerProvenance({ corpus, renderings, sources, colours, access }: Parts): vscode.Disposable[] {
  return [
    registerHover(access),
    registerDefinition(access),
    registerHighlights(access),
    registerLookup(access),
    registerRephrase(access),
    registerBorrowView(access),
    registerColours(colours),
    registerRenderings(renderings, corpus),
    registerSource(sources),
    registerWorkspaceSymbols(access),
  ];
}

function registerStructure({ corpus, variables, access, log }: Parts): vscode.Disposable[] {
  return [
    registerTemplates(variables, access),
    registerOutline(access, () => corpus.folders),
    registerNumbering(),
    registerListKeys(),
    registerStartSeries(),
    registerEnumerateActions(),
    registerPlaceholders(),
    registerSeries(access),
    registerCheck(new DraftChecks(corpus.service, log)),
    registerFixAll(access),
  ];
}

/** Search, cards, length, the assistant's tools and the sample draft. */
function registerTools({ context, corpus, renderings, sources, suggesting, access, log }: Parts): vscode.Disposable[] {
  return [
    registerConcordance(access, context.extensionUri),
    registerFind(access),
    registerCards({ corpus, renderings, sources, log }, () => suggesting.answers.forget()),
    registerLength(access, context.extensionUri),
    registerAssistantTools(corpus.service),
    registerSample(context.extensionUri),
  ];
}
