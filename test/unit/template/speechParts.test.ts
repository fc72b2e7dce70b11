// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the syntax of snippets
import assert from 'node:assert/strict';
import { snippetBody, snippetPieces, snippetText } from '../../../src/core/template/snippet.ts';
import { composeSpeech, partOf, speechParts } from '../../../src/core/template/speechParts.ts';

const template = {
  head: '护渠会',
  body: [
    '在${1:会议名}上的讲话',
    '同志们：',
    '刚才，${2:渠长}讲得好。下面，我讲三点意见。',
    '一、看清${3:形势}',
    '${4|水急,堤险|}。',
    '二、抓好${3}',
    '（一）${5:清淤}',
    '三、压实责任',
    '${2}负责，报${6:单位}。',
    '同志们，让我们护好渠！',
    '$0',
  ].join('\n'),
};
const variables = new Set(['会议名', '单位']);
const compose = (...parts: ReturnType<typeof partOf>[]): string =>
  snippetBody(composeSpeech(template, parts, variables));

describe('speechParts', () => {
  const { parts } = speechParts(template);

  it('takes a template apart', () => {
    assert.deepEqual(
      parts.map(({ title, isNumbered }) => [title, isNumbered]),
      [
        ['看清形势', true],
        ['抓好形势', true],
        ['压实责任', true],
      ],
    );
    assert.match(snippetText(speechParts(template).ending), /^同志们，让我们/);
  });

  it('puts it together again as it was', () => {
    assert.equal(compose(...parts), snippetBody(snippetPieces(template.body)));
  });

  it('counts what is kept, announces how many there are, and says a stop where it comes first', () => {
    const text = compose(parts[2]!, parts[1]!);
    assert.match(
      text,
      /下面，我讲两点意见。\n一、压实责任\n\$\{2\}负责，报\$\{3:单位\}。\n二、抓好\$\{4:形势\}\n（一）\$\{5:清淤\}\n同志们/,
    );
    assert.match(text, /\$\{0\}$/);
  });

  it('takes in sections of other templates, whose variables are the same and other stops are not', () => {
    const praise = { head: '成绩', heading: '肯定成绩', body: '${1:去年}，${2:单位}干得好。$0' };
    const text = compose(parts[2]!, partOf(praise), partOf({ ...praise, heading: '', body: '最后，${1:去年}。$0' }));
    assert.match(
      text,
      /一、压实责任\n\$\{2\}负责，报\$\{3:单位\}。\n二、\$\{4:肯定成绩\}\n\$\{5:去年\}，\$\{3\}干得好。\n\n最后，\$\{6:去年\}。/,
    );
    assert.match(text, /我讲两点意见/);
  });
});
