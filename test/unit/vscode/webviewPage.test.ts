import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pageHtml } from '../../../src/vscode/webviewPage.ts';

const parts = {
  cspSource: 'https://*.vscode-cdn.net',
  nonce: 'abc123',
  script: 'https://file.example/dist/webview/x/main.js',
  style: 'https://file.example/dist/webview/x/style.css',
  language: 'zh-cn',
  title: '“篇幅” <b>',
};

describe('the page of a webview', () => {
  it('allows its own script and style sheet, and nothing else', () => {
    const html = pageHtml(parts);
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!.replaceAll('&#39;', "'");
    assert.equal(policy, "default-src 'none'; style-src https://*.vscode-cdn.net; script-src 'nonce-abc123'");
    assert.deepEqual(
      [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(match => match[1]),
      [parts.style, parts.script],
    );
  });

  it('escapes what it is given', () => {
    const html = pageHtml({ ...parts, script: '"><script>alert(1)</script>', title: '</title><img src=x onerror=y>' });
    assert.deepEqual(html.match(/<(?:script|img)/g), ['<script']);
  });

  it('has scripts that write text, never markup, and ask for nothing', () => {
    const sources = readdirSync('src/webview', { recursive: true, encoding: 'utf8' }).filter(name =>
      name.endsWith('.ts'),
    );
    assert.ok(sources.length >= 4);
    for (const name of sources) {
      const source = readFileSync(path.join('src/webview', name), 'utf8');
      assert.doesNotMatch(
        source,
        /innerHTML|outerHTML|insertAdjacentHTML|document\.write|fetch\(|XMLHttpRequest|eval\(/,
        name,
      );
    }
  });
});
