import variables from '../../../snippets/variables.json' with { type: 'json' };
import { readFrontMatter } from '../../core/document/frontMatter.ts';
import { type SnippetPiece, stopName } from '../../core/template/snippet.ts';
import type { VariableValues } from '../../core/template/variables.ts';
import type { Message } from '../../vscode/messages/message.ts';

/** A value that templates contain as a named snippet stop and that is asked for once a draft. */
export interface TemplateVariable {
  readonly name: string;
  readonly prompt: Message;
  readonly example: string;
  /** Whether it is the same in most drafts of one writer. */
  readonly isKept?: boolean;
  /** Whether it is a date, today unless another is given. */
  readonly isToday?: boolean;
  /** Its names in the front matter of a draft. */
  readonly keys: readonly string[];
}

export const templateVariables: readonly TemplateVariable[] = Object.entries(
  variables as Readonly<Record<string, Omit<TemplateVariable, 'name'>>>,
).map(([name, rest]) => ({ name, ...rest }));

export const variableNames: ReadonlySet<string> = new Set(templateVariables.map(({ name }) => name));

/** The variables used in `pieces`, in the order of their stops. */
export function variablesOf(pieces: readonly SnippetPiece[]): TemplateVariable[] {
  const names = pieces.map(piece => (typeof piece === 'string' ? undefined : stopName(piece)));
  const used = [...new Set(names)];
  return used.flatMap(name => templateVariables.find(variable => variable.name === name) ?? []);
}

/** The values stated in the front matter of a draft. */
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
