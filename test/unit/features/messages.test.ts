import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
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

  it('are each said somewhere: by their key, or by its beginning where the rest is put in', () => {
    const files = globSync('src/{extension,features/**/*,vscode/*}.ts').filter(file => !file.endsWith('/messages.ts'));
    const said = files.map(file => readFileSync(file, 'utf8')).join('\n');
    const unsaid = Object.keys(messages).filter(
      key => !said.includes(`'${key}'`) && !said.includes(`\`${key.slice(0, key.lastIndexOf('.') + 1)}\${`),
    );
    assert.deepEqual(unsaid, []);
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
