import { type ByteRange, ByteRanges } from './byteRanges.ts';
import { type FormattedRun, isOn, OPERATION, operationsIn, statedHiding } from './docFormatting.ts';
import type { DocStyles } from './docStyles.ts';

/** No style has this number ([MS-DOC] istdNil). */
const NO_STYLE = 0x0fff;

/**
 * Stretches of the text, in the order of their bytes, that are deleted or hidden: by formatting of their own, by a style of characters,
 * or by that of the paragraph.
 * @param styles absent where they cannot be read
 */
export function unreadRanges(
  characters: readonly FormattedRun[],
  paragraphs: readonly FormattedRun[],
  styles: DocStyles | undefined,
): ByteRange[] {
  const hidden = paragraphs.filter(({ operations }) => styles?.isHidden(paragraphStyle(operations)));
  const inStyle = new ByteRanges(hidden);
  const unread: ByteRange[] = [];
  const settled: ByteRange[] = [];
  for (const run of characters) {
    const { start, operations } = run;
    const isStyled = styles?.isHidden(characterStyle(operations)) === true;
    const hiding = statedHiding(operations, () => isStyled || inStyle.at(start) !== undefined);
    const isUnread = isOn(operations, [OPERATION.sprmCFRMarkDel]) || (hiding ?? isStyled);
    if (isUnread) unread.push(run);
    if (isUnread || hiding !== undefined) settled.push(run);
  }
  const others = new ByteRanges(settled);
  for (const { start, end } of hidden) {
    for (const [from, to] of others.gaps(start, end)) unread.push({ start: from, end: to });
  }
  return unread.sort((a, b) => a.start - b.start);
}

/** Number of the style that stands before the operations of a paragraph. */
function paragraphStyle(operations: DataView): number {
  return operations.byteLength < 2 ? 0 : operations.getUint16(0, true);
}

function characterStyle(operations: DataView): number {
  let style = NO_STYLE;
  for (const { operation, operand } of operationsIn(operations)) {
    if (operation === OPERATION.sprmCIstd) style = operand.getUint16(0, true);
  }
  return style;
}
