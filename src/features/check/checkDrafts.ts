import * as vscode from 'vscode';
import type { Finding, Fix } from '../../core/check/finding.ts';
import type { CheckRequest, SpeechService } from '../../core/service/speechService.ts';
import { commands } from '../../manifest.ts';
import { onSettingChange, readSetting, writeSetting } from '../../vscode/config.ts';
import { draftOf, toRange } from '../../vscode/convert.ts';
import { toWorkspaceEdit } from '../../vscode/draftEdit.ts';
import { isDraft, onActiveLanguagesChange, registerForDrafts } from '../../vscode/languages.ts';
import { type Log, orNothing } from '../../vscode/log.ts';
import { inDisplayLanguage, t } from '../../vscode/messages.ts';

/** Milliseconds without typing before a draft is checked: slips are not urgent, and a half-written list is not a slip. */
const idleTime = 1000;
/** Longer text is not a name. */
const longestName = 40;

interface Checked {
  readonly version: number;
  readonly findings: readonly Finding[];
}

/** Shows possible slips as hints in the visible drafts, with fixes as code actions. */
export class DraftChecks implements vscode.Disposable, vscode.CodeActionProvider {
  readonly #service: SpeechService;
  readonly #log: Log;
  readonly #hints = vscode.languages.createDiagnosticCollection('jianggao');
  readonly #checked = new Map<string, Checked>();
  readonly #timers = new Map<string, NodeJS.Timeout>();

  constructor(service: SpeechService, log: Log) {
    this.#service = service;
    this.#log = log;
  }

  /** Checks the visible drafts, and removes the findings of drafts that need no longer be checked. */
  checkVisible(): void {
    this.#hints.clear();
    this.#checked.clear();
    for (const { document } of vscode.window.visibleTextEditors) this.#schedule(document, 0);
  }

  /** Checks drafts that have become visible since the last call. */
  checkNew(): void {
    for (const { document } of vscode.window.visibleTextEditors)
      if (this.#checked.get(keyOf(document))?.version !== document.version) this.#schedule(document, 0);
  }

  checkSoon(document: vscode.TextDocument): void {
    this.#schedule(document, idleTime);
  }

  forget(document: vscode.TextDocument): void {
    const key = keyOf(document);
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    this.#checked.delete(key);
    this.#hints.delete(document.uri);
  }

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    const checked = this.#checked.get(keyOf(document));
    if (checked?.version !== document.version) return [];
    return checked.findings
      .filter(finding => toRange(document, finding).intersection(range) !== undefined)
      .flatMap(finding => [
        ...finding.fixes.map(fix => toAction(document, finding, fix)),
        ...(finding.name === undefined ? [] : [toLocalName(document, finding, finding.name)]),
      ]);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#hints.dispose();
  }

  #schedule(document: vscode.TextDocument, delay: number): void {
    if (!isDraft(document) || !readSetting('jianggao.check.enabled')) return;
    const key = keyOf(document);
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#timers.delete(key);
        void this.#check(document);
      }, delay),
    );
  }

  async #check(document: vscode.TextDocument): Promise<void> {
    const { version } = document;
    const answer = await orNothing(this.#log, this.#service.check(requestFor(document)));
    if (answer === undefined || document.isClosed || document.version !== version) return;
    this.#checked.set(keyOf(document), { version, findings: answer.findings });
    this.#hints.set(
      document.uri,
      answer.findings.map(finding => toHint(document, finding)),
    );
  }
}

export function registerCheck(checks: DraftChecks): vscode.Disposable {
  const quickFix = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };
  checks.checkVisible();
  return vscode.Disposable.from(
    checks,
    registerForDrafts(selector => vscode.languages.registerCodeActionsProvider(selector, checks, quickFix)),
    vscode.commands.registerCommand(commands.addLocalName, addLocalName),
    vscode.workspace.onDidChangeTextDocument(({ document }) => checks.checkSoon(document)),
    vscode.workspace.onDidCloseTextDocument(document => checks.forget(document)),
    vscode.window.onDidChangeVisibleTextEditors(() => checks.checkNew()),
    onSettingChange(['jianggao.check.enabled', 'jianggao.localNames'], () => checks.checkVisible()),
    onActiveLanguagesChange(() => checks.checkVisible()),
  );
}

function requestFor(document: vscode.TextDocument): CheckRequest {
  return { ...draftOf(document), localNames: readSetting('jianggao.localNames') };
}

function keyOf(document: vscode.TextDocument): string {
  return document.uri.toString();
}

function toHint(document: vscode.TextDocument, finding: Finding): vscode.Diagnostic {
  const message = inDisplayLanguage(finding.message);
  const hint = new vscode.Diagnostic(toRange(document, finding), message, severityOf(finding));
  hint.source = t('check.source');
  hint.code = finding.kind;
  return hint;
}

/** A name from elsewhere must not be read out; everything else is for the writer to judge. */
function severityOf({ kind }: Finding): vscode.DiagnosticSeverity {
  return kind === 'foreign-name' ? vscode.DiagnosticSeverity.Information : vscode.DiagnosticSeverity.Hint;
}

function toLocalName(document: vscode.TextDocument, finding: Finding, name: string): vscode.CodeAction {
  const title = t('check.addLocalName', name);
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [toHint(document, finding)];
  action.command = { command: commands.addLocalName, title, arguments: [name] };
  return action;
}

async function addLocalName(name: unknown): Promise<void> {
  if (typeof name !== 'string' || name === '' || name.length > longestName) return;
  await writeSetting('jianggao.localNames', [...new Set([...readSetting('jianggao.localNames'), name])]);
}

function toAction(document: vscode.TextDocument, finding: Finding, { title, edits }: Fix): vscode.CodeAction {
  const action = new vscode.CodeAction(inDisplayLanguage(title), vscode.CodeActionKind.QuickFix);
  action.diagnostics = [toHint(document, finding)];
  action.edit = toWorkspaceEdit(document, edits);
  return action;
}
