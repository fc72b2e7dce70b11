import * as vscode from 'vscode';
import { inDisplayLanguage } from './messages.ts';

/** The extension's output channel. It gets counts, file names and causes of failure, never text of the corpus or a draft. */
export type Log = vscode.LogOutputChannel;

export function createLog(): Log {
  return vscode.window.createOutputChannel('讲稿 Jianggao', { log: true });
}

export function describeError(error: unknown): string {
  return inDisplayLanguage(error instanceof Error ? error.message : String(error));
}

/**
 * The answer, or `undefined` if the query failed: the editor shows no errors of providers, so the failure is logged and the feature stays
 * silent.
 */
export async function orNothing<T>(log: Log, answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    log.warn(describeError(error));
    return undefined;
  }
}
