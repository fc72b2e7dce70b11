import assert from 'node:assert/strict';
import { format, messages } from '../../../src/vscode/messages.ts';

describe('messages', () => {
  it('exist in Chinese and English, with the same arguments', () => {
    assert.ok(Object.keys(messages).length > 40);
    for (const [key, { zh, en }] of Object.entries(messages)) {
      assert.notEqual(zh.trim(), '', key);
      assert.notEqual(en.trim(), '', key);
      assert.deepEqual(argumentsOf(en), argumentsOf(zh), key);
    }
  });

  it('are Chinese unless the editor is English', () => {
    assert.equal(format('zh-cn', 'completion.documents', 3), '3篇');
    assert.equal(format('de', 'completion.documents', 3), '3篇');
    assert.equal(format('en', 'completion.documents', 3), '3 docs');
    assert.equal(format('en-US', 'completion.documents', 3), '3 docs');
  });
});

function argumentsOf(text: string): string[] {
  return [...new Set(text.match(/\{\d\}/g))].sort();
}
