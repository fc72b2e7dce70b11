import variables from '../../../snippets/variables.json' with { type: 'json' };
import { readFrontMatter } from '../../core/document/frontMatter.ts';
import { type SnippetPiece, stopName } from '../../core/template/snippet.ts';
import type { VariableValues } from '../../core/template/variables.ts';
import type { Message } from '../../vscode/messages/message.ts';

/** What templates ask for by a stop of its name, once a draft. */
export interface TemplateVariable {
  readonly name: string;
  readonly prompt: Message;
  readonly example: string;
  /** The same in most drafts of one writer. */
  readonly isKept?: boolean;
  /** Today, unless said otherwise. */
  readonly isToday?: boolean;
  /** What it is called in the front matter of a draft. */
  readonly keys: readonly string[];
}

export const templateVariables: readonly TemplateVariable[] = Object.entries(
  variables as Readonly<Record<string, Omit<TemplateVariable, 'name'>>>,
).map(([name, rest]) => ({ name, ...rest }));

export const variableNames: ReadonlySet<string> = new Set(templateVariables.map(({ name }) => name));

/** The variables that `pieces` ask for, in the order of their stops. */
export function variablesOf(pieces: readonly SnippetPiece[]): TemplateVariable[] {
  const names = pieces.map(piece => (typeof piece === 'string' ? undefined : stopName(piece)));
  const used = [...new Set(names)];
  return used.flatMap(name => templateVariables.find(variable => variable.name === name) ?? []);
}

/** What the front matter of a draft says of them. */
export function statedVariables(text: string): VariableValues {
  const entries = readFrontMatter(text)?.entries;
  if (entries === undefined) return {};
  return Object.fromEntries(
    templateVariables.flatMap(({ name, keys }) => {
      const value = keys.map(key => entries.get(key)).find(found => found !== undefined);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
