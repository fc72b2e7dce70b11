import { CELL_END, LINE_END, ROW_END } from '../common/tableText.ts';

/** Control words that stand for a character. */
export const CHARACTERS = new Map<string, string>([
  ['par', '\n'],
  ['line', LINE_END],
  ['sect', '\n'],
  ['page', '\n'],
  ['column', '\n'],
  ['softline', LINE_END],
  ['tab', '\t'],
  ['cell', CELL_END],
  ['row', ROW_END],
  ['nestcell', LINE_END],
  ['nestrow', LINE_END],
  ['emdash', '—'],
  ['endash', '–'],
  ['emspace', '\u3000'],
  ['enspace', ' '],
  ['qmspace', ' '],
  ['bullet', '•'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
]);

/** Groups that begin with one of these hold no text of the document, or text that stands elsewhere, too. */
export const SKIPPED_DESTINATIONS = new Set(
  (
    'fonttbl colortbl stylesheet info pict objdata objclass objname objalias objsect fldinst datafield nonshppict shprslt ' +
    'ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn ' +
    'annotation atnid atnauthor atndate atnicn atnref atnparent atntime comment ' +
    'listtable listoverridetable listpicture revtbl rsidtbl filetbl generator themedata colorschememapping latentstyles ' +
    'datastore xmlnstbl mmathPr template pnseclvl pn pntxta pntxtb bkmkstart bkmkend sp sn sv xe tc tcn do private1 ' +
    'userprops passwordhash protusertbl falt panose fname background upr txe rxe'
  ).split(' '),
);

/** Groups that hold page headers and footers. */
export const MARGINS = new Set('header headerl headerr headerf footer footerl footerr footerf'.split(' '));

/** Groups behind «\*» that do hold text although readers that do not know them may pass over them. */
export const STARRED_TEXT = new Set(['footnote', 'shpinst', 'shptxt', 'ud', 'shppict']);
