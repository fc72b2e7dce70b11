// The snippet syntax of the editor, as far as ours use it: `$1`, `${1}`, `${1:text}`, `${1|a,b|}`, `\$ \} \\`.

export interface SnippetStop {
  readonly index: number;
  readonly choices?: readonly string[];
}

export interface ParsedSnippet {
  readonly stops: readonly SnippetStop[];
  /** As it looks when inserted, with `＿＿` for an empty stop. */
  readonly text: string;
  /** `$` or `}` that stand for nothing; offsets in the body. */
  readonly strays: readonly number[];
}

const blank = '＿＿';
const token =
  /\\([\\$}|,])|\$(\d+)|\$\{(\d+)\}|\$\{(\d+)\|((?:\\.|[^|\\])+)\|\}|\$\{(\d+):((?:\\.|[^\\${}])*)\}|([$}])/gu;

/** «从$1中${2|激发,增添|}动力» → «从＿＿中激发动力» with two stops. */
export function parseSnippet(body: string): ParsedSnippet {
  const stops: SnippetStop[] = [];
  const strays: number[] = [];
  const text = body.replace(token, (...match) => {
    const [, escaped, bare, braced, choiceIndex, choiceText, namedIndex, name, stray] = match as (string | undefined)[];
    if (escaped !== undefined) return escaped;
    if (stray !== undefined) {
      strays.push(match.at(-2) as number);
      return stray;
    }
    if (choiceIndex !== undefined) {
      const choices = splitChoices(choiceText!);
      stops.push({ index: Number(choiceIndex), choices });
      return choices[0]!;
    }
    const index = Number(bare ?? braced ?? namedIndex);
    stops.push({ index });
    if (name !== undefined && name !== '') return name;
    return index === 0 ? '' : blank;
  });
  return { stops, text, strays };
}

/** Text as a snippet inserts it literally. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function splitChoices(text: string): string[] {
  return text.split(/(?<!\\),/u).map(choice => choice.replace(/\\(.)/gu, '$1'));
}
