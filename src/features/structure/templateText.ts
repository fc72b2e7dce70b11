import sections from '../../../snippets/sections.json' with { type: 'json' };
import skeletons from '../../../snippets/skeletons.json' with { type: 'json' };
import { BLANK_SERIES } from '../../core/numbering/seriesFamilies.ts';
import { fitSnippet } from '../../core/template/fitSnippet.ts';
import { promptsOf, snippetPieces } from '../../core/template/snippet.ts';
import type { SpeechTemplate } from '../../core/template/speechParts.ts';
import type { VariableValues } from '../../core/template/variables.ts';
import { parseOrdinal } from '../../core/text/numerals.ts';
import type { TextEdit } from '../../core/text/textEdit.ts';
import { commands } from '../../manifest.ts';

/** A structure snippet: a section of a speech, or a whole one. */
export interface Template extends SpeechTemplate {
  /** The Chinese name by which it is typed: «肯定成绩». */
  readonly head: string;
  /** Pinyin initials of the head: `kdcj`. */
  readonly initials: string;
  readonly description: string;
  /** For a whole speech: the occasion on which it is given. */
  readonly occasion?: string;
  /** A command that asks for details first: the row of the list inserts nothing and runs it. */
  readonly command?: string;
}

/**
 * VS Code's snippet format without `prefix`: a contributed prefix would be offered on every empty line of every plain-text and Markdown
 * file, beside our own items. So the editor lists them under Insert Snippet and Fill File with Snippet only.
 */
type SnippetFile = Readonly<Record<string, Omit<Template, 'head' | 'body'> & { readonly body: readonly string[] }>>;

export const sectionTemplates: readonly Template[] = readTemplates(sections as SnippetFile);
export const skeletonTemplates: readonly Template[] = readTemplates(skeletons);
export const templates: readonly Template[] = [...sectionTemplates, ...skeletonTemplates];

/** The blanks of templates as they stand in a draft: `【会议任务】`. */
export const templatePrompts: ReadonlySet<string> = new Set(
  templates.flatMap(({ body }) => promptsOf(snippetPieces(body))),
);

/** «排比»: typed like a template, but asks for family and number of members. */
const startSeries: Template = { ...BLANK_SERIES, body: '', command: commands.startSeries };
const offered: readonly Template[] = [...templates, startSeries];

/** A template that matches the text before the caret. */
export interface TemplateMatch {
  readonly template: Template;
  /** Units before the caret that are part of the head or its initials. */
  readonly replaceLength: number;
  /** The head or initials that were typed in part. */
  readonly key: string;
  /** Edits to the draft behind it, if the template has been fitted into one. */
  readonly after?: readonly TextEdit[];
}

/** `matches` with the variables of the draft filled in and their numbering continued from the draft; `offset` is the caret in `text`. */
export function fitMatches(
  matches: readonly TemplateMatch[],
  values: VariableValues,
  text: string,
  offset: number,
): TemplateMatch[] {
  return matches.map(match => {
    const before = text.slice(0, offset - match.replaceLength);
    const { body, after } = fitSnippet(snippetPieces(match.template.body), values, before, text.slice(offset));
    const moved = after.map(edit => ({ ...edit, start: edit.start + offset, end: edit.end + offset }));
    return { ...match, template: { ...match.template, body }, after: moved };
  });
}

/** Least number of typed characters of a head. */
const leastTyped = 2;
/** «部署» and «要求» are everyday words: within a sentence two characters do not open a list. */
const leastInSentence = 3;
const leastInitials = 3;

/**
 * Templates whose head ends `before`, the text of the line up to the caret: «…会议。肯定» → 肯定成绩. With `asked` two characters are enough
 * anywhere.
 */
export function templatesByHead(before: string, asked: boolean, among: readonly Template[] = offered): TemplateMatch[] {
  return among.flatMap(template => {
    const length = typedOf(template.head, before);
    const mayCome = length >= leastTyped && (asked || comesUnasked(template, length, before.slice(0, -length)));
    return mayCome ? [{ template, replaceLength: length, key: template.head }] : [];
  });
}

/** The most characters of `head` with which `before` ends. */
function typedOf(head: string, before: string): number {
  for (let length = head.length; length > 0; length--) if (before.endsWith(head.slice(0, length))) return length;
  return 0;
}

/**
 * A whole speech («座谈会») comes only where a line begins, for its name is a word of every title; «排比», which asks first, within sentences too. Within a sentence a section comes while its
 * head is being typed, and no longer when it has been: «充分肯定成绩» is what was meant.
 */
function comesUnasked({ command, occasion, head }: Template, length: number, lead: string): boolean {
  if (lead.trim() === '' || command !== undefined) return true;
  if (occasion !== undefined) return false;
  const words = head.split('（')[0]!; // «肯定成绩（短）»
  return beginsSentence(lead) || (length >= leastInSentence && length < words.length);
}

/** Whether a sentence begins after `lead`: «…到位。», «二、», «（一）». */
function beginsSentence(lead: string): boolean {
  const item = lead.trim();
  return /[。！？；：）]$/u.test(item) || (item.endsWith('、') && parseOrdinal(item.slice(0, -1)) !== undefined);
}

/** Templates whose initials begin with the letters before the caret: `kdc` → 肯定成绩. */
export function templatesByInitials(letters: string, among: readonly Template[] = offered): TemplateMatch[] {
  const typed = letters.toLowerCase();
  if (typed.length < leastInitials) return [];
  return among
    .filter(template => template.initials.startsWith(typed))
    .map(template => ({ template, replaceLength: letters.length, key: template.initials }));
}

function readTemplates(file: SnippetFile): Template[] {
  return Object.entries(file).map(([head, { body, ...rest }]) => ({ ...rest, head, body: body.join('\n') }));
}
