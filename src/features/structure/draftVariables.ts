import * as vscode from 'vscode';
import type { VariableValues } from '../../core/template/variables.ts';
import { statedVariables, templateVariables } from './templateVariables.ts';

const storageKey = 'jianggao.templateVariables';
/** Number of drafts whose values are remembered. */
const maxDrafts = 50;

interface Stored {
  readonly drafts: ReadonlyArray<readonly [uri: string, values: VariableValues]>;
  /** The latest values of variables that are the same in most drafts. */
  readonly kept: VariableValues;
}

/**
 * The values that templates were given in a draft: each is asked for once and remembered for the workspace; the front matter, where it
 * states a value, takes precedence.
 */
export class DraftVariables {
  readonly #memento: vscode.Memento;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  /** The values for a draft. Those of its front matter take precedence: the user can see and correct them. */
  of(document: vscode.TextDocument): VariableValues {
    return { ...this.#at(document.uri), ...statedVariables(document.getText()) };
  }

  /** Values to propose where a draft states none: the writer's own name is the same as last time. */
  get kept(): VariableValues {
    return this.#stored.kept;
  }

  async remember(uri: vscode.Uri, values: VariableValues): Promise<void> {
    const { drafts, kept } = this.#stored;
    const key = uri.toString();
    const entry = [key, { ...this.#at(uri), ...values }] as const;
    const lasting = templateVariables.filter(({ name, isKept }) => isKept && values[name]);
    const stored: Stored = {
      drafts: [...drafts.filter(([other]) => other !== key), entry].slice(-maxDrafts),
      kept: { ...kept, ...Object.fromEntries(lasting.map(({ name }) => [name, values[name]!])) },
    };
    await this.#memento.update(storageKey, stored);
  }

  /** To be called when a draft is saved for the first time, which makes it another document. */
  async follow(document: vscode.TextDocument): Promise<void> {
    if (document.isUntitled || Object.keys(this.#at(document.uri)).length > 0) return;
    const text = document.getText();
    const before = vscode.workspace.textDocuments.find(
      other => other.isUntitled && other.languageId === document.languageId && other.getText() === text,
    );
    const values = before && this.#at(before.uri);
    if (text !== '' && values !== undefined && Object.keys(values).length > 0)
      await this.remember(document.uri, values);
  }

  get #stored(): Stored {
    return this.#memento.get<Stored>(storageKey) ?? { drafts: [], kept: {} };
  }

  #at(uri: vscode.Uri): VariableValues {
    const key = uri.toString();
    return this.#stored.drafts.find(([other]) => other === key)?.[1] ?? {};
  }
}
