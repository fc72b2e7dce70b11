/** A mark of secrecy stands in the head of a paper: at the very top, or among the lines before the text. */
const HEAD_UNITS = 400;
const MARK = '绝密|机密|秘密';
/** «密级：机密», «【密级】秘密». */
const NAMED = new RegExp(
  `^(?:文件|保密)?(?:密级|保密等级|保密级别)(?:[和及]保密期限)?[】〕）)：: ]{0,3}[【〔（(]?(${MARK})`,
  'u',
);
/** «秘密★10年»: the star between mark and term says that it is one, whatever else stands in the line. */
const STARRED = new RegExp(`(?:^|[ \\d])(${MARK})级? ?[★☆▲*＊]`, 'u');
/** «[机密]在全县防汛会议上的讲话», «在全县防汛会议上的讲话（秘密）». */
const BRACKETED = new RegExp(`^[【〔（([［](${MARK})[】〕）)\\]］]|[【〔（([［](${MARK})[】〕）)\\]］]$`, 'u');
const INTERNAL = '内部资料|内部文件';
const TERM = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})(?:年|个月)|长期|永久|启用前';
const ALONE = new RegExp(`^(?:(${MARK})(?:文件|资料|材料|级)?(?:${TERM})?|(${INTERNAL}))$`, 'u');
/** What stands beside a mark at the top of a paper: its term, the number of the copy, how urgent it is, what is to be done with it. */
const BESIDE = new RegExp(
  `^(?:${TERM}|特急|加急|平急|急件|特提|(?:№|No\\.?|第)?\\d{1,8}[号份]?|(?:会|阅|用)后(?:收回|清退|退回|销毁)|注意保存|妥善保管|(?:请勿|不得|严禁)(?:外传|翻印|复制))$`,
  'iu',
);
/** Brackets, and what Markdown puts around a word. */
const BEFORE_WORD = '【〔（([#>*_ -';
const AFTER_WORD = '】〕）)]*_：: ';

/**
 * The mark of secrecy (密级) that a paper bears, as laid down in GB/T 9704: «秘密★10年», «秘　密», «机密　特急», also named as such,
 * «密级：机密». That a sentence speaks of secrets is no mark. A degree of secrecy counts before «内部资料».
 * @param texts the text, as it is and in simplified characters
 * @param margins the same of what stands on the page beside it: lines, parts of a line set apart by tabs
 */
export function findClassification(texts: readonly string[], margins: readonly string[] = []): string | undefined {
  const places = [...texts.map(text => text.slice(0, HEAD_UNITS)), ...margins.map(text => text.replaceAll('\t', '\n'))];
  const lines = places.filter(text => /密|内部/u.test(text)).flatMap(text => text.split(/[\r\n]+/u));
  const marks = lines.map(markOf).filter(mark => mark !== undefined);
  return marks.find(mark => !INTERNAL.includes(mark)) ?? marks[0];
}

function markOf(line: string): string | undefined {
  const spaced = line
    .replaceAll(/[ \t\u3000]+/gu, ' ')
    .replaceAll(/([绝机秘]) 密/gu, '$1密')
    .replace('密 级', '密级');
  const bare = unwrapped(spaced);
  const found = NAMED.exec(bare) ?? STARRED.exec(bare) ?? BRACKETED.exec(spaced.trim());
  if (found !== null) return found[1] ?? found[2];
  const words = bare.split(' ').map(unwrapped);
  const marks = words.map(word => ALONE.exec(word));
  if (!words.every((word, at) => marks[at] !== null || BESIDE.test(word))) return undefined;
  const mark = marks.find(each => each !== null);
  return mark?.[1] ?? mark?.[2];
}

/** `text` without what is wrapped around it. */
function unwrapped(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && BEFORE_WORD.includes(text[start]!)) start++;
  while (end > start && AFTER_WORD.includes(text[end - 1]!)) end--;
  return text.slice(start, end);
}
