import { type LevelFormat, ListCounter } from '../common/numbering.ts';
import { type DocFile, PART } from './docFile.ts';
import { OPERATION, operationsIn } from './docFormatting.ts';

/** Where a paragraph stands in a list: `list` is the 1-based number of its instance, 0 for none. */
export interface DocListPlace {
  readonly list?: number;
  readonly level?: number;
}

interface DocList {
  readonly id: number;
  readonly levels: readonly (LevelFormat | undefined)[];
  readonly restarts: readonly number[];
}

const LEVELS = 9;
const LIST_BYTES = 28;
const LEVEL_BYTES = 28;
const INSTANCE_BYTES = 16;
const MAX_LISTS = 10_000;

/** Formats of numbers by their codes ([MS-OSHARED] MSONFC), in the names of OOXML. */
const FORMATS = (
  'decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago ideographDigital ' +
  'japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal japaneseDigitalTenThousand ' +
  'decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth decimalZero bullet ganada chosung ' +
  'decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese ideographEnclosedCircle ideographTraditional ' +
  'ideographZodiac ideographZodiacTraditional taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand ' +
  'taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand'
).split(' ');

/** The place that operations of a paragraph give it. */
export function listPlaceOf(operations: DataView, from: number): DocListPlace {
  const place: { list?: number; level?: number } = {};
  for (const { operation, operand } of operationsIn(operations, from)) {
    if (operation === OPERATION.sprmPIlfo) place.list = operand.getInt16(0, true);
    else if (operation === OPERATION.sprmPIlvl) place.level = operand.getUint8(0);
  }
  return place;
}

/** Automatic numbers of paragraphs («一、», «（二）»), which are nowhere in the text of the file. */
export class DocLists {
  readonly #instances: readonly (DocList | undefined)[];
  readonly #counters = new Map<number, ListCounter>();
  readonly #started = new Set<DocList>();

  constructor(file: DocFile) {
    this.#instances = readInstances(file, readLists(file));
  }

  /** Counts a paragraph; the label it bears, «» if none. */
  next({ list = 0, level = 0 }: DocListPlace): string {
    const instance = list > 0 ? this.#instances[list - 1] : undefined;
    if (instance === undefined || level >= LEVELS) return '';
    const counter = this.#counters.get(instance.id) ?? new ListCounter();
    this.#counters.set(instance.id, counter);
    if (!this.#started.has(instance)) {
      this.#started.add(instance);
      for (const restarted of instance.restarts) counter.restart(restarted);
    }
    return counter.next(level, instance.levels);
  }
}

/** Reads on from place to place in the table stream; past its end a DataView throws. */
interface Cursor {
  at: number;
}

function readLists({ table, offsetOf }: DocFile): Map<number, (LevelFormat | undefined)[]> {
  const lists = new Map<number, (LevelFormat | undefined)[]>();
  const start = offsetOf(PART.lists);
  if (start === undefined) return lists;
  const count = Math.min(table.getUint16(start, true), MAX_LISTS);
  // The levels stand behind the table, outside of the length it has in the header.
  const cursor = { at: start + 2 + count * LIST_BYTES };
  for (let i = 0; i < count; i++) {
    const list = start + 2 + i * LIST_BYTES;
    const isSimple = (table.getUint8(list + 26) & 1) === 1;
    const levels = Array.from({ length: isSimple ? 1 : LEVELS }, () => readLevel(table, cursor));
    lists.set(table.getInt32(list, true), levels);
  }
  return lists;
}

function readInstances({ table, offsetOf }: DocFile, lists: ReadonlyMap<number, readonly (LevelFormat | undefined)[]>) {
  const instances: DocList[] = [];
  const start = offsetOf(PART.listOverrides);
  if (start === undefined) return instances;
  const count = Math.min(table.getUint32(start, true), MAX_LISTS);
  const cursor = { at: start + 4 + count * INSTANCE_BYTES };
  for (let i = 0; i < count; i++) {
    const instance = start + 4 + i * INSTANCE_BYTES;
    const id = table.getInt32(instance, true);
    const levels = [...(lists.get(id) ?? [])];
    const restarts: number[] = [];
    cursor.at += 4;
    for (let override = table.getUint8(instance + 12); override > 0; override--) {
      const begin = table.getInt32(cursor.at, true);
      const flags = table.getUint32(cursor.at + 4, true);
      const level = flags & 0xf;
      cursor.at += 8;
      if ((flags & 0x20) !== 0) levels[level] = readLevel(table, cursor);
      else if ((flags & 0x10) !== 0 && levels[level] !== undefined) levels[level] = { ...levels[level], start: begin };
      if ((flags & 0x10) !== 0) restarts.push(level);
    }
    instances.push({ id, levels, restarts });
  }
  return instances;
}

/** In the text of a label the units 0 to 8 stand for the numbers of levels: «（\x01）» → «（%2）». */
function readLevel(table: DataView, cursor: Cursor): LevelFormat {
  const { at } = cursor;
  const flags = table.getUint8(at + 5);
  const text = at + LEVEL_BYTES + table.getUint8(at + 24) + table.getUint8(at + 25);
  const length = table.getUint16(text, true);
  let pattern = '';
  for (let i = 0; i < length; i++) {
    const unit = table.getUint16(text + 2 + i * 2, true);
    pattern += unit < LEVELS ? `%${unit + 1}` : String.fromCharCode(unit);
  }
  cursor.at = text + 2 + length * 2;
  return {
    start: Math.max(0, table.getInt32(at, true)),
    format: FORMATS[table.getUint8(at + 4)] ?? 'none',
    pattern,
    gap: table.getUint8(at + 15) === 2 ? '' : ' ',
    inFigures: (flags & 0x04) !== 0,
    restartAfter: (flags & 0x08) !== 0 ? table.getUint8(at + 26) : undefined,
  };
}
