import { FormatError, type FormatText, formatText } from '../common/formatText.ts';
import { statedTitle } from '../common/statedTitle.ts';
import { LINE_END, layTables } from '../common/tableText.ts';
import { tidyText } from '../common/tidyText.ts';
import { decodeRun, isDoubleByte, pageOfCharset } from './rtfEncodings.ts';
import { readTokens, type TokenSink } from './rtfTokens.ts';
import { CHARACTERS, MARGINS, SKIPPED_DESTINATIONS, STARRED_TEXT } from './rtfWords.ts';

/** Real files nest some ten groups deep. */
const MAX_DEPTH = 5000;

/**
 * Text of an RTF document: body, then footnotes and text boxes; labels of lists stay, hidden and deleted text, headers and
 * comments go. «{\rtf1\ansicpg936 \'d6\'d0\u25991 ?\par}» → «中文». Throws {@link FormatError} for what is damaged.
 */
export function readRtf(bytes: Uint8Array): FormatText {
  const reader = new RtfReader();
  readTokens(bytes, reader);
  const text = tidyText(reader.texts().map(layTables).join('\n'));
  return formatText({ text, title: statedTitle(reader.title(), text), margins: layTables(reader.margins()) });
}

type Target = 'body' | 'notes' | 'margins' | 'label' | 'fonts' | 'title' | 'none';

/** What holds within a group; a group inside begins with the same. */
interface Group {
  target: Target;
  /** Where text went before `\upr`, whose second half repeats it in Unicode. */
  besideUpr: Target;
  /** How many characters follow a `\u` for readers that do not know it. */
  fallbacks: number;
  hidden: boolean;
  deleted: boolean;
  inTable: boolean;
  font: number;
}

class RtfReader implements TokenSink {
  inCharacter = false;
  readonly #groups: Group[] = [
    { target: 'body', besideUpr: 'none', fallbacks: 1, hidden: false, deleted: false, inTable: false, font: -1 },
  ];
  readonly #texts: Record<Target, string> = {
    body: '',
    notes: '',
    margins: '',
    label: '',
    fonts: '',
    title: '',
    none: '',
  };
  readonly #fontPages = new Map<number, number | undefined>();
  /** Fonts that say they have Latin letters only, as far as a file can be believed. */
  readonly #latinFonts = new Set<number>();
  #documentPage = 1252;
  /** Bytes not decoded yet: a character may be split over several tokens. */
  #bytes: number[] = [];
  #fallbacksLeft = 0;
  /** Just behind «{» or «{\*», where the name of a destination stands. */
  #atStart = false;
  #starred = false;

  texts(): string[] {
    this.#flush();
    return [this.#texts.body, this.#texts.notes];
  }

  /** Page headers and footers, and text boxes, which may stand anywhere on the page. */
  margins(): string {
    return `${this.#texts.margins}\n${this.#texts.notes}`;
  }

  title(): string {
    return this.#texts.title;
  }

  get #group(): Group {
    return this.#groups.at(-1)!;
  }

  open(): void {
    this.#flush();
    this.#fallbacksLeft = 0;
    if (this.#groups.length >= MAX_DEPTH) throw new FormatError('损坏：RTF 的括号嵌套过深');
    this.#groups.push({ ...this.#group });
    this.#atStart = true;
    this.#starred = false;
  }

  close(): void {
    this.#flush();
    this.#fallbacksLeft = 0;
    this.#atStart = false;
    if (this.#groups.length === 1) return;
    const closed = this.#groups.pop()!;
    if (closed.target === this.#group.target) return;
    if (closed.target === 'label') this.#endLabel();
    else if (closed.target === 'notes' || closed.target === 'margins') this.#texts[closed.target] += '\n';
  }

  control(word: string, parameter: number | undefined): void {
    if (this.#fallbacksLeft > 0 && word !== 'u') {
      this.#fallbacksLeft--;
      return;
    }
    if (word === 'u') this.#unicode(parameter ?? 0);
    else {
      this.#flush();
      if (word === '*') this.#starred = this.#atStart;
      else if (!this.#destination(word)) this.#property(word, parameter);
      if (word === '*') return;
    }
    this.#atStart = false;
  }

  byte(value: number, escaped: boolean): void {
    this.#atStart = false;
    if (this.#fallbacksLeft > 0) {
      this.#fallbacksLeft--;
      return;
    }
    if (this.#group.target === 'fonts' || (!escaped && value < 0x80 && !this.inCharacter)) {
      this.#flush();
      this.#write(String.fromCharCode(value));
      return;
    }
    this.#bytes.push(value);
    const isLead = !this.inCharacter && value > 0x80 && value < 0xff && isDoubleByte(this.#page ?? this.#documentPage);
    // «\'8cW» is one character; under a Latin font «\'b7W» is «·W».
    this.inCharacter = isLead && !(escaped && this.#latinFonts.has(this.#group.font));
  }

  /** Sets where the text of the group goes, if `word` begins one that is not plain text. */
  #destination(word: string): boolean {
    const group = this.#group;
    const unknown = this.#starred && !STARRED_TEXT.has(word);
    this.#starred = false;
    if (word === 'ud') group.target = group.besideUpr;
    else if (word === 'title' && group.target === 'none') group.target = 'title';
    else if (group.target === 'none') return false;
    else if (word === 'fonttbl') group.target = 'fonts';
    else if (unknown || SKIPPED_DESTINATIONS.has(word)) {
      if (word === 'upr') group.besideUpr = group.target;
      group.target = 'none';
    } else if (MARGINS.has(word)) {
      group.target = 'margins';
      group.inTable = false;
    } else if (word === 'footnote' || word === 'shptxt') {
      if (group.target !== 'margins') group.target = 'notes';
      group.inTable = false;
    } else if (word === 'listtext' || word === 'pntext') group.target = 'label';
    else return false;
    return true;
  }

  #property(word: string, parameter: number | undefined): void {
    const group = this.#group;
    const on = parameter !== 0;
    if (word === 'uc') group.fallbacks = Math.min(Math.max(0, parameter ?? 1), 16);
    else if (word === 'f') group.font = parameter ?? 0;
    else if (word === 'fcharset') this.#setCharset(group.font, parameter ?? 0);
    else if (word === 'v') group.hidden = on;
    else if (word === 'deleted') group.deleted = on;
    else if (word === 'plain') {
      group.hidden = false;
      group.deleted = false;
    } else if (word === 'pard') group.inTable = false;
    else if (word === 'intbl') group.inTable = true;
    else if (word === 'ansicpg') this.#documentPage = parameter ?? 1252;
    else if (word === '~') this.#write('\u00a0');
    else if (word === '_') this.#write('-');
    else if (word === 'par' && group.inTable) this.#write(LINE_END);
    else {
      const character = CHARACTERS.get(word);
      if (character !== undefined) this.#write(character);
    }
  }

  #setCharset(font: number, charset: number): void {
    this.#fontPages.set(font, pageOfCharset(charset));
    if (charset === 0) this.#latinFonts.add(font);
  }

  #unicode(parameter: number): void {
    this.#flush();
    const code = parameter < 0 ? parameter + 0x10000 : parameter;
    if (code >= 0 && code <= 0x10ffff) this.#write(String.fromCodePoint(code));
    this.#fallbacksLeft = this.#group.fallbacks;
  }

  #write(text: string): void {
    const { target, hidden, deleted } = this.#group;
    if (target === 'none' || target === 'fonts' || hidden || deleted) return;
    this.#texts[target] += text;
  }

  get #page(): number | undefined {
    return this.#fontPages.get(this.#group.font);
  }

  #flush(): void {
    this.inCharacter = false;
    if (this.#bytes.length === 0) return;
    const bytes = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    if (this.#group.target !== 'none') this.#write(decodeRun(bytes, this.#page, this.#documentPage));
  }

  /** «一、〔tab〕» → «一、»; a dot or square is decoration, as in the other formats. */
  #endLabel(): void {
    const label = this.#texts.label.trim();
    this.#texts.label = '';
    if (!/[\p{L}\p{N}—–-]/u.test(label)) return;
    this.#write(/[\p{L}\p{N}]$/u.test(label) ? `${label} ` : label);
  }
}
