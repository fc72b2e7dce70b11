import * as vscode from 'vscode';
import { inDisplayLanguage } from './messages.ts';

/** The output channel of the extension. Counts, names of files and causes of failure go there, never text of the corpus or a draft. */
export type Log = vscode.LogOutputChannel;

export function createLog(): Log {
  return vscode.window.createOutputChannel('讲稿 Jianggao', { log: true });
}

export function describeError(error: unknown): string {
  return inDisplayLanguage(error instanceof Error ? error.message : String(error));
}

/**
 * The answer, or nothing where the query failed: a provider that throws is shown nowhere, so the failure goes to the log
 * and the feature stays silent.
 */
export async function orNothing<T>(log: Log, answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    log.warn(describeError(error));
    return undefined;
  }
}
