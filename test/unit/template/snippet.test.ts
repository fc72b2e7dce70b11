// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the syntax of snippets
import assert from 'node:assert/strict';
import { parseSnippet, snippetBody, snippetPieces } from '../../../src/core/template/snippet.ts';
import { escapeSnippet } from '../../../src/core/text/escapeSnippet.ts';

describe('parseSnippet', () => {
  const cases: readonly [body: string, text: string, stops: number, strays: number][] = [
    ['从$1中$2', '从＿＿中＿＿', 2, 0],
    ['${1:甲}和${1}、$1', '甲和甲、甲', 3, 0],
    ['${1}和${1|乙,丙|}', '乙和乙', 2, 0],
    ['${1:时间}前完成$0', '时间前完成', 2, 0],
    ['取得${1|明显成效,积极进展|}。', '取得明显成效。', 1, 0],
    ['${1|甲\\,乙,丙|}', '甲,乙', 1, 0],
    ['\\$5 \\} \\\\', '$5 } \\', 0, 0],
    ['${1:没有关', '${1:没有关', 0, 1],
    ['多了一个}', '多了一个}', 0, 1],
    ['$', '$', 0, 1],
  ];
  for (const [body, text, stops, strays] of cases) {
    it(`reads ${body}`, () => {
      const parsed = parseSnippet(body);
      assert.equal(parsed.text, text);
      assert.equal(parsed.stops.length, stops);
      assert.equal(parsed.strays.length, strays);
    });
  }

  it('writes what it has read', () => {
    for (const body of ['${1:甲}和${1}${0}', '取得${1|明显\\,成效,积极\\|进展|}。', '\\$5 \\} \\\\', '${1:a\\}b}']) {
      assert.equal(snippetBody(snippetPieces(body)), body);
    }
  });

  it('gives literal text back after escaping', () => {
    for (const text of ['$1', '${2:x}', 'a\\b}c', '《》$']) assert.equal(parseSnippet(escapeSnippet(text)).text, text);
  });
});
