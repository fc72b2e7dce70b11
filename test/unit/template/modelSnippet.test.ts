// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the syntax of snippets
import assert from 'node:assert/strict';
import { outlineOfModel, textOfModel, withoutHeading } from '../../../src/core/template/modelSnippet.ts';
import { snippetBody } from '../../../src/core/template/snippet.ts';

const section =
  '二、抓好春修\n今年要早动手。\n（一）修主渠。先险后平，投入XX万元。\n（二）修支渠\n一要快。抢农时。二要好。见渠底。\n以上两件，年内办完。';

describe('a section of a real speech', () => {
  it('is an outline with its headings and markers kept', () => {
    assert.equal(
      snippetBody(outlineOfModel(section)),
      '二、抓好春修\n${1}\n（一）修主渠。${2}\n（二）修支渠\n一要快。${3}二要好。${4}\n${5}${0}',
    );
  });

  it('is a text to adapt, what had been taken out of it to be filled in', () => {
    assert.equal(snippetBody(textOfModel('投入XX万元，增长X%，{渠}。')), '投入${1:XX}万元，增长${2:X%}，{渠\\}。${0}');
  });

  it('goes without its heading where the draft has one', () => {
    assert.equal(withoutHeading('二、抓好春修\n今年要早动手。'), '今年要早动手。');
    assert.equal(withoutHeading('一是修主渠。先险后平。二是修支渠。'), '先险后平。二是修支渠。');
    assert.equal(withoutHeading('刚才，渠长讲得好。'), '刚才，渠长讲得好。');
  });

  it('that has no heading is one stop', () => {
    assert.equal(snippetBody(outlineOfModel('刚才，渠长通报了情况。')), '${1}${0}');
  });
});
