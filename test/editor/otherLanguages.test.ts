import assert from 'node:assert/strict';
import { driver, needsDriver } from './driver.ts';
import { fixtureCorpus, untilClosed, untilGhost, untilOffered, wakeGhostText, withSetting } from './extension.ts';
import { closeDrafts, never, openDraft, untilDraft } from './support.ts';

const phrase = '功夫下在河里';
const continuation = '，口碑立在岸上';

describe('plain text and Markdown, where the extension is at work', () => {
  let restore: () => Promise<void>;

  before(async function () {
    needsDriver.call(this);
    await fixtureCorpus();
    restore = await withSetting('jianggao.languages', ['jianggao', 'plaintext', 'markdown']);
    await wakeGhostText();
  });
  after(() => restore?.());
  afterEach(closeDrafts);

  for (const language of ['plaintext', 'markdown'] as const) {
    it(`goes on by Tab and Tab again in ${language}`, async () => {
      const editor = await openDraft('会上说｜', language);
      await driver.ime('功夫', 'gongfu');
      await untilOffered(phrase);
      await driver.press('Tab');
      await untilGhost(continuation);
      assert.equal(await driver.suggest(), null, 'no list over the ghost text');
      await driver.press('Tab');
      await untilDraft(editor, `会上说${phrase}${continuation}｜`);
      await driver.press('Enter');
      await untilDraft(editor, `会上说${phrase}${continuation}\n｜`);
    });

    it(`keeps still after Esc in ${language}, to the end of the clause`, async () => {
      const editor = await openDraft('会上说｜', language);
      await driver.ime('功夫', 'gongfu');
      await untilOffered(phrase);
      await driver.press('Escape');
      await untilClosed();
      await driver.ime('下', 'xia');
      await never(() => driver.suggest(), `a list in the clause after Esc, in ${language}`);
      await driver.insertText('，');
      await driver.ime('功夫', 'gongfu');
      await untilOffered(phrase);
      await driver.press('Escape');
      await untilClosed();
      await untilDraft(editor, '会上说功夫下，功夫｜');
    });
  }
});
