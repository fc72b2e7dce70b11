import { bytesAt } from '../common/bytes.ts';
import { type DocFile, PART } from './docFile.ts';

/** Formatting of the bytes `start`–`end` of the main stream. */
export interface FormattedRun {
  readonly start: number;
  readonly end: number;
  readonly operations: DataView;
}

/** [MS-DOC] 2.6: names are those of the specification. */
export const OPERATION = {
  sprmCFRMarkDel: 0x0800,
  sprmCFVanish: 0x083c,
  sprmCIstd: 0x4a30,
  sprmPFInTable: 0x2416,
  sprmPFTtp: 0x2417,
  sprmPIlvl: 0x260a,
  sprmPIlfo: 0x460b,
  sprmTDefTable: 0xd608,
  sprmPChgTabs: 0xc615,
} as const;

const PAGE_BYTES = 512;
/** Size of an operand by the top three bits of its operation; a length byte comes first where there is none here. */
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, undefined, 3] as const;

/** Runs of characters, in the order of their bytes, with formatting of their own. */
export function characterRuns(file: DocFile): FormattedRun[] {
  return runs(file, PART.characterPages, (page, run, count) => {
    const at = page.getUint8((count + 1) * 4 + run) * 2;
    return at === 0 ? undefined : bytesAt(page, at + 1, page.getUint8(at));
  });
}

/** Paragraphs, in the order of their bytes; the operations begin with the number of the style in two bytes. */
export function paragraphRuns(file: DocFile): FormattedRun[] {
  return runs(file, PART.paragraphPages, (page, run, count) => {
    const at = page.getUint8((count + 1) * 4 + run * 13) * 2;
    if (at === 0) return undefined;
    const words = page.getUint8(at);
    return words === 0 ? bytesAt(page, at + 2, page.getUint8(at + 1) * 2) : bytesAt(page, at + 1, words * 2 - 1);
  });
}

/** Formatting stands on pages of 512 bytes: the places where runs begin, then where on the page their operations are. */
function runs(
  { main, part }: DocFile,
  index: number,
  operationsOf: (page: DataView, run: number, count: number) => DataView | undefined,
): FormattedRun[] {
  const pages = part(index);
  if (pages === undefined) return [];
  const pageCount = Math.max(0, Math.floor((pages.byteLength - 4) / 8));
  const found: FormattedRun[] = [];
  const seen = new Set<number>();
  for (let i = 0; i < pageCount; i++) {
    const number = pages.getUint32((pageCount + 1) * 4 + i * 4, true) & 0x3fffff;
    // A damaged table may name one page again and again.
    if (seen.has(number) || (number + 1) * PAGE_BYTES > main.byteLength) continue;
    seen.add(number);
    const page = bytesAt(main, number * PAGE_BYTES, PAGE_BYTES);
    const count = page.getUint8(PAGE_BYTES - 1);
    for (let run = 0; run < count && (count + 1) * 4 + run < PAGE_BYTES; run++) {
      const operations = operationsOf(page, run, count);
      const [start, end] = [page.getUint32(run * 4, true), page.getUint32(run * 4 + 4, true)];
      if (operations !== undefined && start < end) found.push({ start, end, operations });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Each operation with a view of its operand; ends at what is cut short. */
export function* operationsIn(view: DataView, from = 0): Generator<{ operation: number; operand: DataView }> {
  let at = from;
  while (at + 2 < view.byteLength) {
    const operation = view.getUint16(at, true);
    at += 2;
    let size: number | undefined = OPERAND_BYTES[operation >>> 13];
    if (size === undefined) {
      if (operation === OPERATION.sprmTDefTable) {
        if (at + 2 > view.byteLength) return;
        size = view.getUint16(at, true) - 1;
        at += 2;
      } else {
        size = view.getUint8(at);
        at += 1;
        if (operation === OPERATION.sprmPChgTabs && size === 255) return;
      }
    }
    if (size < 0 || at + size > view.byteLength) return;
    yield { operation, operand: bytesAt(view, at, size) };
    at += size;
  }
}

/** Whether one of the switches is on: 1, or 0x81, the opposite of what the style says, which for these is off. */
export function isOn(operations: DataView, wanted: readonly number[], from = 0): boolean {
  const on = new Map<number, boolean>();
  for (const { operation, operand } of operationsIn(operations, from)) {
    if (wanted.includes(operation)) on.set(operation, (operand.getUint8(0) & 1) === 1);
  }
  return [...on.values()].includes(true);
}

/** What operations say of hiding: on, off, or like or unlike the style; `undefined` where they do not speak of it. */
export function statedHiding(operations: DataView, ofStyle: () => boolean): boolean | undefined {
  let stated: boolean | undefined;
  for (const { operation, operand } of operationsIn(operations)) {
    if (operation !== OPERATION.sprmCFVanish) continue;
    const value = operand.getUint8(0);
    const isOpposite = (value & 1) === 1;
    stated = (value & 0x80) === 0 ? isOpposite : ofStyle() !== isOpposite;
  }
  return stated;
}
