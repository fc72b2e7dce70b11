import { NAME, ROLE, SURNAMES } from '../people.ts';
import { type Finding, type Source, sentenceAround } from './finding.ts';

/** Who speaks, and in which office. */
export interface SpeakerFindings {
  readonly speaker: Finding;
  readonly role?: Finding;
}

/** «市长　周明», «国务院总理 周 明» */
const SIGNATURE = new RegExp(`^(${ROLE})[ \\u3000]+(${NAME}|[${SURNAMES}][ \\u3000]+\\p{Script=Han})(?:同志)?$`, 'u');
const NAME_LINE = new RegExp(`^[（(]?(${NAME}|[${SURNAMES}][ \\u3000]+\\p{Script=Han})[）)]?$`, 'u');
const DATE_AND_NAME = new RegExp(`[（(]\\d{4}年\\d{1,2}月\\d{1,2}日[ \\u3000]*(${NAME})[）)]`, 'u');
/** «王强：在某会上的讲话», «王强在某会上的讲话» */
const NAMED_TITLE = new RegExp(`^(${NAME})(?:同志)?(?:：(?=在|关于)|(?=在.{2,60}(?:讲话|致辞|演讲)))`, 'u');
/** «市长王强出席并讲话», «县委书记李明主持会议并强调» */
const REPORTED = new RegExp(
  `(?<=^|[，。；、\\s])(${ROLE})(${NAME}?)(?:同志)?(?:出席|参加|主持|在会上|作|发表|到会)[^，。；\\n]{0,16}?(?:讲话|强调|指出|要求|报告)`,
  'mu',
);
/** A news report names the speaker in its first paragraph. */
const LEAD = 800;

/** Who speaks: from the lines under the title, or for a report from «市长王强出席并讲话». */
export function findSpeaker(source: Source, isNews: boolean): SpeakerFindings | undefined {
  if (isNews) return reported(source.clean);
  for (const line of source.head) {
    const signed = SIGNATURE.exec(line);
    if (signed !== null) {
      const role: Finding = { value: signed[1]!.trim(), confidence: 'high', evidence: line };
      return { speaker: { value: closeUp(signed[2]!), confidence: 'high', evidence: line }, role };
    }
    const named = DATE_AND_NAME.exec(line) ?? NAMED_TITLE.exec(line);
    if (named !== null) return { speaker: { value: named[1]!, confidence: 'high', evidence: line } };
  }
  // A name alone on a line could be a place or a heading; below a title it is the speaker.
  const alone = source.head.slice(1).find(line => NAME_LINE.test(line));
  if (alone === undefined) return undefined;
  return { speaker: { value: closeUp(NAME_LINE.exec(alone)![1]!), confidence: 'medium', evidence: alone } };
}

function reported(clean: string): SpeakerFindings | undefined {
  const match = REPORTED.exec(clean.slice(0, LEAD));
  if (match === null) return undefined;
  const name = match[2]!;
  const evidence = sentenceAround(clean, match.index, match.index + match[0].length);
  const again = clean.includes(`${name}指出`) || clean.includes(`${name}强调`);
  const confidence = again ? 'high' : 'medium';
  return {
    speaker: { value: name, confidence, evidence },
    role: { value: match[1]!, confidence, evidence },
  };
}

/** «周 明» → «周明» */
function closeUp(name: string): string {
  return name.replace(/[ \u3000]+/gu, '');
}
