import { HeadTitle } from '../common/headTitle.ts';
import type { TextBlocks } from '../common/textBlocks.ts';
import type { DocxNumbering } from './docxNumbering.ts';
import type { DocxStyles } from './docxStyles.ts';

/** A paragraph that is being read, with what the file says of it so far. */
export interface DocxParagraph {
  text: string;
  style: string | undefined;
  numId?: string;
  level?: number;
  /** The paragraph mark is deleted or hidden, so that the next paragraph goes on in the same line. */
  joinsNext: boolean;
  /** Lines of text boxes that are anchored in it. */
  readonly asides: string[];
}

/** A run of characters of one formatting. */
export interface DocxRun {
  style?: string | undefined;
  hidden?: boolean;
}

/** Names of styles, as `DocxStyles.nameOf` gives them. */
const TITLE = 'title';
const TABLE_OF_CONTENTS = /^toc \d$/;

/** Puts paragraphs together from their runs: text boxes and notes have paragraphs within a paragraph. */
export class DocxParagraphs {
  readonly #styles: DocxStyles;
  readonly #numbering: DocxNumbering;
  readonly #blocks: TextBlocks;
  readonly #title = new HeadTitle();
  /** Those that are open, the innermost last. */
  readonly #paragraphs: DocxParagraph[] = [];
  readonly #runs: DocxRun[] = [];
  /** Text of paragraphs that the next one goes on with. */
  #carried = '';

  constructor(styles: DocxStyles, numbering: DocxNumbering, blocks: TextBlocks) {
    this.#styles = styles;
    this.#numbering = numbering;
    this.#blocks = blocks;
  }

  get title(): string | undefined {
    return this.#title.text;
  }

  get paragraph(): DocxParagraph | undefined {
    return this.#paragraphs.at(-1);
  }

  get run(): DocxRun | undefined {
    return this.#runs.at(-1);
  }

  start(): void {
    this.#paragraphs.push({ text: '', style: this.#styles.defaultParagraph, joinsNext: false, asides: [] });
  }

  startRun(): void {
    this.#runs.push({});
  }

  endRun(): void {
    this.#runs.pop();
  }

  /** Whether what stands at this place is not hidden, by its run or by a style. */
  isVisible(): boolean {
    const { run, paragraph } = this;
    return !(run?.hidden ?? (this.#styles.isHidden(run?.style) || this.#styles.isHidden(paragraph?.style)));
  }

  write(text: string): void {
    const { paragraph } = this;
    if (paragraph !== undefined && text !== '' && this.isVisible()) paragraph.text += text;
  }

  end(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph === undefined) return;
    const text = this.#carried + paragraph.text;
    const joinsNext = paragraph.joinsNext && this.#paragraphs.length === 0;
    this.#carried = joinsNext ? text : '';
    if (!joinsNext) {
      if (text === '' && this.#styles.isHidden(paragraph.style)) return;
      this.#add(paragraph, text);
    }
    for (const line of paragraph.asides) this.#blocks.add(line);
  }

  /** What a paragraph was to go on with has no next one in this cell or document. */
  endCarried(): void {
    if (this.#carried.trim() !== '') this.#blocks.add(this.#carried);
    this.#carried = '';
  }

  /** The lines of a text box wait for the end of the paragraph that it is anchored in. */
  addAside(lines: readonly string[]): void {
    const { paragraph } = this;
    if (paragraph === undefined) for (const line of lines) this.#blocks.add(line);
    else if (this.isVisible()) for (const line of lines) paragraph.asides.push(line);
  }

  /** With its number, which is counted though the paragraph is empty; tables of contents are left out. */
  #add(paragraph: DocxParagraph, text: string): void {
    const name = this.#styles.nameOf(paragraph.style);
    const label = this.#numbering.next(paragraph.style, paragraph);
    if (text.trim() === '' || TABLE_OF_CONTENTS.test(name)) return;
    this.#blocks.add(label + (label === '' ? text : text.trimStart()));
    this.#title.add(text, name === TITLE);
  }
}
