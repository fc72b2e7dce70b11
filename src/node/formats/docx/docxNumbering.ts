import { type LevelFormat, ListCounter, MAX_LEVELS } from '../common/numbering.ts';
import { type Attributes, readXml } from '../common/xml.ts';
import type { DocxStyles, ListPlace } from './docxStyles.ts';

interface AbstractList {
  readonly levels: (LevelFormat | undefined)[];
  /** Level by the style whose paragraphs it numbers. */
  readonly styles: Map<string, number>;
  /** The levels are those of the list that this numbering style names. */
  styleLink?: string;
}

interface List {
  abstractId: string;
  readonly starts: Map<number, number>;
  readonly levels: (LevelFormat | undefined)[];
}

const DEFAULT_LEVEL = { start: 1, format: 'decimal', pattern: '', gap: ' ' } as const;

/** Automatic numbers of paragraphs («一、», «（二）»), which are nowhere in the text of the file. */
export class DocxNumbering {
  readonly #abstract = new Map<string, AbstractList>();
  /** By the numbering style each is the list of. */
  readonly #byStyle = new Map<string, AbstractList>();
  readonly #lists = new Map<string, List>();
  readonly #counters = new Map<AbstractList, ListCounter>();
  readonly #started = new Set<List>();
  readonly #styles: DocxStyles;

  constructor(xml: Uint8Array | undefined, styles: DocxStyles) {
    this.#styles = styles;
    if (xml !== undefined) this.#read(xml);
  }

  /** Counts a paragraph of this style and direct list place; the label it bears, «» if none. */
  next(style: string | undefined, direct: ListPlace): string {
    const inherited = this.#styles.listPlace(style);
    const list = this.#lists.get(direct.numId ?? inherited.numId ?? '0');
    if (list === undefined) return '';
    const abstract = this.#resolve(list.abstractId);
    if (abstract === undefined) return '';
    const ofStyle = this.#styles
      .chain(style)
      .map(id => abstract.styles.get(id))
      .find(level => level !== undefined);
    const level = direct.level ?? (direct.numId === undefined ? ofStyle : undefined) ?? inherited.level ?? ofStyle ?? 0;
    if (!(level >= 0 && level < MAX_LEVELS)) return '';

    const counter = this.#counters.get(abstract) ?? new ListCounter();
    this.#counters.set(abstract, counter);
    if (!this.#started.has(list)) {
      this.#started.add(list);
      for (const overridden of list.starts.keys()) counter.restart(overridden);
    }
    return counter.next(level, levelsOf(list, abstract));
  }

  #resolve(id: string): AbstractList | undefined {
    const abstract = this.#abstract.get(id);
    if (abstract?.styleLink === undefined) return abstract;
    return this.#byStyle.get(abstract.styleLink) ?? abstract;
  }

  #read(xml: Uint8Array): void {
    let abstract: AbstractList | undefined;
    let list: List | undefined;
    let override = 0;
    let level: { index: number; format: Writable<LevelFormat>; style?: string } | undefined;
    readXml(xml, {
      open: (name, attributes) => {
        const value = attributes['val'];
        if (name === 'w:abstractNum') {
          abstract = { levels: [], styles: new Map() };
          this.#abstract.set(attributes['abstractNumId'] ?? '', abstract);
        } else if (name === 'w:num') {
          list = { abstractId: '', starts: new Map(), levels: [] };
          this.#lists.set(attributes['numId'] ?? '', list);
        } else if (name === 'w:abstractNumId' && list !== undefined) list.abstractId = value ?? '';
        else if (name === 'w:lvlOverride') override = levelIndex(attributes);
        else if (name === 'w:startOverride') list?.starts.set(override, number(value, 1));
        else if (name === 'w:numStyleLink' && abstract !== undefined && value !== undefined) abstract.styleLink = value;
        else if (name === 'w:styleLink' && abstract !== undefined && value !== undefined)
          this.#byStyle.set(value, abstract);
        else if (name === 'w:lvl') level = { index: levelIndex(attributes), format: { ...DEFAULT_LEVEL } };
        else if (name === 'w:pStyle' && level !== undefined && value !== undefined) level.style = value;
        else if (level !== undefined) readLevel(level.format, name, attributes);
      },
      close: name => {
        if (name === 'w:abstractNum') abstract = undefined;
        else if (name === 'w:num') list = undefined;
        else if (name === 'w:lvl' && level !== undefined) {
          const levels = (list ?? abstract)?.levels;
          if (levels !== undefined && level.index < MAX_LEVELS) levels[level.index] = level.format;
          if (level.style !== undefined) abstract?.styles.set(level.style, level.index);
          level = undefined;
        }
      },
    });
  }
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The levels of the list, each replaced or started elsewhere where this instance of it says so. */
function levelsOf(list: List, abstract: AbstractList): (LevelFormat | undefined)[] {
  if (list.levels.length === 0 && list.starts.size === 0) return abstract.levels;
  return Array.from({ length: MAX_LEVELS }, (_, index) => {
    const level = list.levels[index] ?? abstract.levels[index];
    const start = list.starts.get(index);
    return level === undefined || start === undefined ? level : { ...level, start };
  });
}

function readLevel(level: Writable<LevelFormat>, name: string, attributes: Attributes): void {
  const value = attributes['val'];
  if (name === 'w:start') level.start = number(value, 1);
  else if (name === 'w:numFmt') level.format = value ?? 'decimal';
  else if (name === 'w:lvlText') level.pattern = value ?? '';
  else if (name === 'w:suff') level.gap = value === 'nothing' ? '' : ' ';
  else if (name === 'w:isLgl') level.inFigures = value !== '0' && value !== 'false';
  else if (name === 'w:lvlRestart') level.restartAfter = number(value, 0);
}

function levelIndex(attributes: Attributes): number {
  return Math.max(0, number(attributes['ilvl'], 0));
}

function number(value: string | undefined, otherwise: number): number {
  const parsed = Number.parseInt(value ?? '', 10);
  return Number.isNaN(parsed) ? otherwise : parsed;
}
