import { CLOSES, classAt, OPENS, STOP, unitTable } from '../text/charClass.ts';
import { lineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { NAME, ROLE } from './people.ts';

/** How far back in its paragraph a quotation may be introduced, in units. */
export const ATTRIBUTION_REACH = 400;
const MAX_CLAUSE = 60;
const LINE_BREAK = '\n'.charCodeAt(0);
/** The verb with the mark that follows it; a quotation may also follow at once: «强调“…”». */
const REPORTING =
  /(?:强调|指出|要求|提出|讲道|讲到|说道|说过|说|告诫|指示|批示|表示|认为|提到|号召|寄语|嘱托|写道)(?:过|的那样|的)?(?:[，：]|(?=“)|$)/gu;
/** The last characters of those verbs, and of what may follow them; and the marks behind them. */
const ENDS_REPORTING = 1;
const FOLLOWS_REPORTING = 2;
const reportingClasses = unitTable([
  ['调出求到道过说诫示为召语托的样', ENDS_REPORTING],
  ['，：“', FOLLOWS_REPORTING],
]);
/** What may stand between speaker and verb: «同志曾多次», «在全省大会上», «2月11日». */
const BEFORE_VERB =
  /(?:同志|曾经|曾|多次|反复|再三|再次|一再|专门|特别|明确|深刻|郑重|还|也|就|都|又|已经|已|早就|进一步|(?:\d{2,4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)|\d{4}年|在[^在]{1,40}(?:上|中|时|期间|里))$/u;
const LEADING = /^(?:正如|正像|就像|诚如|对此|为此|近日|日前|最近|刚才|昨天|今年|去年|同时|此外)+/u;
/** Here «要求» is a thing that is met, not said: «按照省委、市委要求». */
const NOT_SAID =
  /按照|根据|遵照|依照|贯彻|落实|响应|符合|适应|满足|围绕|不负|牢记|对照|遵循|执行|传达|有关|[的了和与及]$/u;
const PERSON = new RegExp(
  `^(?:${ROLE}(?:${NAME})?|${NAME}(?:总书记|主席|总理|书记|省长|市长|县长|区长|委员长)?)$`,
  'u',
);
/** Assemblies and papers that are quoted like persons: «中央经济工作会议», «党的二十大报告», «《意见》». */
const BODY =
  /^(?:[\p{Script=Han}\d]{0,24}(?:会议|大会|全会|报告|党中央|国务院|省委|市委|县委|区委|政府|中央|条例|纲要)|《[^《》]{2,40}》)$/u;

/**
 * Who is quoted at `span`, in the words of the text: in «习近平总书记强调，要敢为善为。» it is «习近平总书记» up to the full stop;
 * in «省委书记李明同志曾指出：“精神可以补位”，说明……» it is «省委书记李明» up to the closing quote.
 * `undefined` where nobody is, or only «他» or «有人».
 */
export function attributionAt(text: string, span: Span): string | undefined {
  const paragraph = lineStart(text, span.start);
  const window = text.slice(Math.max(paragraph, span.start - ATTRIBUTION_REACH), span.start);
  const { openQuotes, sentence } = placeOfEnd(window);
  // A quotation may run over several sentences, so its opening mark is looked at before the sentence.
  for (const quote of openQuotes) {
    const speaker = speakerBefore(window.slice(Math.max(0, quote - MAX_CLAUSE), quote));
    if (speaker !== undefined) return speaker;
  }
  return speakerOfSentence(window.slice(sentence));
}

/** Opening quotes not yet closed at the end of `window`, innermost first, and where the last sentence outside quotes starts. */
function placeOfEnd(window: string): { openQuotes: number[]; sentence: number } {
  const openQuotes: number[] = [];
  let sentence = 0;
  for (let at = 0; at < window.length; at++) {
    const classes = classAt(window, at);
    if ((classes & (STOP | OPENS | CLOSES)) === 0) continue;
    const unit = window[at]!;
    if (unit === '“') openQuotes.unshift(at);
    else if (unit === '”') {
      openQuotes.shift();
      if (openQuotes.length === 0 && '。！？'.includes(window[at - 1] ?? ' ')) sentence = at + 1;
    } else if (openQuotes.length === 0 && '。！？'.includes(unit)) sentence = at + 1;
  }
  return { openQuotes, sentence };
}

/** «……。省委书记李明同志曾指出：» right before a quotation. */
function speakerBefore(lead: string): string | undefined {
  const last = [...lead.matchAll(REPORTING)].at(-1);
  if (last === undefined || last.index + last[0].length !== lead.length) return undefined;
  return speakerIn(lead.slice(0, last.index));
}

/**
 * Whether somebody may be quoted where `units` end. False if no reporting verb stands in their last paragraph. That is
 * quicker to tell than who is quoted, and true of most places.
 */
export function mayBeQuoted(units: Uint16Array): boolean {
  let next = FOLLOWS_REPORTING;
  for (let at = units.length - 1; at >= 0 && units[at] !== LINE_BREAK; at--) {
    const classes = reportingClasses[units[at]!]!;
    if (classes & ENDS_REPORTING && next & FOLLOWS_REPORTING) return true;
    next = classes;
  }
  return false;
}

/** «习近平总书记强调，要……»: the introduction holds to the end of the sentence unless a quotation closed it. */
function speakerOfSentence(sentence: string): string | undefined {
  for (const match of [...sentence.matchAll(REPORTING)].reverse()) {
    const rest = sentence.slice(match.index + match[0].length);
    if (!/[，：]$/u.test(match[0]) || (rest.startsWith('“') && rest.includes('”'))) continue;
    const speaker = speakerIn(sentence.slice(0, match.index));
    if (speaker !== undefined) return speaker;
  }
  return undefined;
}

/** The speaker at the end of what stands before the verb: «……，习近平总书记已经多次» → «习近平总书记». */
function speakerIn(beforeVerb: string): string | undefined {
  if (NOT_SAID.test(/[^。！？；：，\n]{0,60}$/u.exec(beforeVerb)![0])) return undefined;
  let clause = /[^。！？；：，、“”\n]{0,60}$/u.exec(beforeVerb)![0];
  for (let shorter = clause.replace(BEFORE_VERB, ''); shorter !== clause; shorter = clause.replace(BEFORE_VERB, '')) {
    clause = shorter;
  }
  const speaker = clause.replace(LEADING, '').trim();
  return PERSON.test(speaker) || BODY.test(speaker) ? speaker : undefined;
}
