import assert from 'node:assert/strict';
import { attributionAt } from '../../../src/core/document/attribution.ts';

/** The stretch between ‹ and › is asked for. */
function check(marked: string, expected: string | undefined): void {
  const start = marked.indexOf('‹');
  const end = marked.indexOf('›') - 1;
  assert.equal(attributionAt(marked.replace(/[‹›]/gu, ''), { start, end }), expected);
}

describe('attribution', () => {
  const cases: [string, string | undefined][] = [
    ['习近平总书记强调，要抓早，‹让渠道通起来›。', '习近平总书记'],
    ['习近平总书记强调，要抓早。‹我们要跟上›。', undefined],
    ['省委书记陈远山同志曾指出：“渠通水才通，‹人和事才和›”，说明道理。', '省委书记陈远山'],
    ['省委书记陈远山同志曾指出：“渠通水才通”，‹说明道理›。', undefined],
    ['县长陈远山指出：“渠要通。‹水要足›。”大家鼓掌。', '县长陈远山'],
    ['就此事，习近平总书记多次强调，不能有“‹旧渠不通新水›”的情况。', '习近平总书记'],
    ['习近平总书记在全省水利会议上强调，‹要抓早›。', '习近平总书记'],
    ['正如陈远山指出的，‹渠通水才通›。', '陈远山'],
    ['中央农村工作会议指出，‹要抓早›。', '中央农村工作会议'],
    ['他强调，‹要抓早›。', undefined],
    ['有的同志说，‹水不够›。', undefined],
    ['按照省委、市委要求，‹各县要抓早›。', undefined],
    ['也就是说，‹要抓早›。', undefined],
    ['陈远山指出，要抓早。\n‹要抓实›。', undefined],
    ['‹要抓早›。', undefined],
  ];
  const verbs =
    '强调 指出 要求 提出 讲道 讲到 说道 说过 说 告诫 指示 批示 表示 认为 提到 号召 寄语 嘱托 写道 强调过 指出的';
  for (const verb of verbs.split(' ')) cases.push([`陈远山${verb}，‹要抓早›。`, '陈远山']);
  for (const [marked, expected] of cases) it(`${marked} → ${expected}`, () => check(marked, expected));
});
