interface Cell {
  readonly lines: string[];
}

/** A long text in a cell is laid out by the table, not ordered by it. */
const PROSE = 60;

/**
 * Lines of a document as they come out of its paragraphs and tables, nested in each other at will. A row becomes one line,
 * «项目〔tab〕金额»; rows that only lay out prose give the paragraphs of their cells.
 */
export class TextBlocks {
  readonly lines: string[] = [];
  readonly #rows: Cell[][] = [];
  /** Where lines go: the document, a cell, a text box. */
  readonly #targets: string[][] = [this.lines];

  add(line: string): void {
    const target = this.#targets.at(-1)!;
    for (const part of line.split('\n')) target.push(part);
  }

  startRow(): void {
    this.#rows.push([]);
  }

  startCell(): void {
    const cell: Cell = { lines: [] };
    this.#rows.at(-1)?.push(cell);
    this.#targets.push(cell.lines);
  }

  endCell(): void {
    const lines = this.#targets.length > 1 ? this.#targets.pop()! : [];
    // A cell outside of any row, which no word processor writes, is as good as a paragraph.
    if (this.#rows.length === 0) for (const line of lines) this.add(line);
  }

  endRow(): void {
    for (const line of rowLines(this.#rows.pop() ?? [])) this.#targets.at(-1)!.push(line);
  }

  /** What is added until {@link endAside} is kept apart, for instance until the paragraph around a text box ends. */
  startAside(): void {
    this.#targets.push([]);
  }

  endAside(): readonly string[] {
    return this.#targets.length > 1 ? this.#targets.pop()! : [];
  }

  /** Lines with something to read in them; blanks at the end of a line go, an indent stays. */
  text(): string {
    return this.lines
      .map(line => line.trimEnd())
      .filter(line => line !== '')
      .join('\n');
  }
}

function rowLines(cells: readonly Cell[]): string[] {
  const filled = cells.map(cell => cell.lines.filter(line => line.trim() !== '')).filter(lines => lines.length > 0);
  const isLayout =
    filled.length === 1 || filled.some(lines => lines.length > 1 && lines.some(line => line.length > PROSE));
  if (isLayout) return filled.flat();
  const row = filled.map(lines => lines.map(line => line.trim().replaceAll('\t', ' ')).join('\u3000'));
  return row.length === 0 ? [] : [row.join('\t')];
}
