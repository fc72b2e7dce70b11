import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { docx, paragraph, run } from '../formats/officeFiles.ts';
import { pdfFile } from '../formats/pdfWriter.ts';
import { dist, temporaryDirectory, writeFiles } from '../support.ts';
import { faultCorpus, updateTask } from './faultSupport.ts';

/** Loaded before everything else: whoever reaches for the network is written down and refused. */
const STUB = `
const fs = require('node:fs');
const refuse = what => function () {
  fs.appendFileSync(process.env.JIANGGAO_NET_LOG, what + ' ' + new Error().stack.split('\\n').slice(2, 5).join(' | ') + '\\n');
  throw new Error('no network: ' + what);
};
const named = {
  net: ['connect', 'createConnection', 'createServer'],
  tls: ['connect', 'createServer'],
  http: ['request', 'get', 'createServer'],
  https: ['request', 'get', 'createServer'],
  http2: ['connect', 'createServer', 'createSecureServer'],
  dgram: ['createSocket'],
};
for (const [name, functions] of Object.entries(named)) {
  const module = require('node:' + name);
  for (const each of functions) module[each] = refuse(name + '.' + each);
}
require('node:net').Socket.prototype.connect = refuse('Socket.connect');
for (const dns of [require('node:dns'), require('node:dns').promises])
  for (const each of Object.keys(dns)) if (/^(lookup|resolve|reverse)/.test(each)) dns[each] = refuse('dns.' + each);
for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'])
  Object.defineProperty(globalThis, name, { value: refuse(name), configurable: true, writable: true });
if (process.env.JIANGGAO_NET_SELFTEST) { try { fetch('http://127.0.0.1:9'); } catch {} }
fs.appendFileSync(process.env.JIANGGAO_NET_LOG + '.loaded', (require('node:worker_threads').isMainThread ? 'process' : 'thread') + '\\n');
`;

const REMOTE = 'http://127.0.0.1:9/x';

/**
 * Text that could reach the network, in the bundles. pdf.js brings some of it, written for browsers; none of it can run:
 * we hand it bytes (`data`), never an address, and `isEvalSupported`, fonts and images are not asked for.
 * What a line must look like, why it stays, and how many there may be.
 */
const ALLOWED: ReadonlyArray<readonly [line: RegExp, why: string, atMost: number]> = [
  [
    /\b(?:this\.)?xref\.fetch\(|\bthis\.fetch\((?:ref|obj|Ref)/,
    'pdf.js: fetches an object of the file by its number',
    60,
  ],
  [/^fetch\(ref[,)]|^async fetch\(\{/, 'pdf.js: declares such a method', 6],
  [/binaryDataFactory\.fetch\(data\)/, 'pdf.js: reads our cmaps from disk in Node', 1],
  [
    /^(?:const|var) response = await fetch\(url[,)]/,
    'pdf.js: browser branches of fetchBinaryData, fetchData and the wasm loaders',
    8,
  ],
  [/^return fetch\(url, \{/, 'pdf.js: PDFFetchStream, made for an address of http', 2],
  [
    /^const (?:xhr|request) = new XMLHttpRequest\(\);/,
    'pdf.js: fetchSync, fetchData and PDFNetworkStream, in a browser only',
    4,
  ],
  [/request\.readyState !== XMLHttpRequest\.DONE/, 'pdf.js: the same fetchData', 1],
];

describe('P1: no byte goes to the network', function () {
  this.timeout(60_000);

  const place = faultCorpus({
    'a.txt': `要真抓实干。见 ${REMOTE} 。`,
    'b.md': `![图](${REMOTE}.png) <img src="${REMOTE}"> 要久久为功。`,
    'c.html': `<html><head><link rel="stylesheet" href="${REMOTE}.css"><script src="${REMOTE}.js"></script><base href="${REMOTE}">
      <meta http-equiv="refresh" content="0;url=${REMOTE}"></head><body><img src="${REMOTE}.png"><iframe src="${REMOTE}"></iframe>
      <p>要善作善成，一件接着一件办，一年接着一年干。</p></body></html>`,
    'd.docx': docx(paragraph(run('要守正创新，行稳致远。'))),
    'e.pdf': pdfFile([[{ text: '要踔厉奋发，勇毅前行。', x: 72, y: 700 }]]),
  });

  function watched(
    script: string,
    env: NodeJS.ProcessEnv = {},
  ): { attempts: string; loaded: string; status: number | null; stdout: string } {
    const directory = temporaryDirectory();
    const log = join(directory, 'net.log');
    writeFiles(directory, { 'stub.cjs': STUB, 'script.mjs': script });
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--require', join(directory, 'stub.cjs'), join(directory, 'script.mjs')],
      {
        encoding: 'utf8',
        env: {
          ...process.env,
          NODE_OPTIONS: `--require ${join(directory, 'stub.cjs')}`,
          JIANGGAO_NET_LOG: log,
          ...env,
        },
      },
    );
    assert.equal(status, 0, stderr);
    const read = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
    return { attempts: read(log), loaded: read(`${log}.loaded`), status, stdout };
  }

  it('the watch itself notices an attempt', () => {
    assert.match(watched('', { JIANGGAO_NET_SELFTEST: '1' }).attempts, /fetch/);
  });

  it('not by the indexing child, over text, pages, Word and PDF', () => {
    const { attempts, loaded, stdout } = watched(`
      import { fork } from 'node:child_process';
      const child = fork(${JSON.stringify(join(dist, 'indexer.cjs'))}, [], { serialization: 'advanced' });
      child.on('message', message => { if (message.type === 'updated' || message.type === 'failed') console.log(JSON.stringify(message)); });
      child.send(${JSON.stringify(updateTask(place))});`);
    assert.equal(attempts, '');
    assert.equal(loaded.match(/process/g)?.length, 2, 'the stub was in the child as well');
    const { report } = JSON.parse(stdout) as { report: { documents: number; skipped: unknown[] } };
    assert.deepEqual([report.documents, report.skipped], [5, []]);
  });

  it('not by the query worker, whatever it is asked', () => {
    const client = join(import.meta.dirname, '../../../src/worker/client.ts');
    const { attempts, loaded, stdout } = watched(`
      import { WorkerClient } from ${JSON.stringify(client)};
      const client = new WorkerClient({ workerPath: ${JSON.stringify(join(dist, 'worker.cjs'))}, indexDirectory: ${JSON.stringify(place.indexDirectory)}, onError: error => { throw error; } });
      const { hits } = await client.lookup({ phrase: '真抓实干' });
      await client.complete({ text: '要真抓', mode: 'eager' });
      await client.phraseAt({ text: '要真抓实干', offset: 2 });
      await client.concordance({ query: '要', sort: 'before' });
      await client.similar({ phrase: '真抓实' });
      await client.series({ text: '一要快，二要准。' });
      await client.outline({ text: '一、提高认识' });
      await client.locate(hits[0]);
      await client.rendering(hits[0]);
      await client.stats();
      client.dispose();
      console.log(hits.length);`);
    assert.equal(attempts, '');
    assert.match(loaded, /thread/, 'the stub was in the thread');
    assert.equal(stdout.trim(), '1');
  });

  for (const name of ['extension.cjs', 'worker.cjs', 'indexer.cjs']) {
    it(`nothing in ${name} could, but what is allowed with a reason`, () => {
      const source = readFileSync(join(dist, name), 'utf8');
      const reach =
        /\bhttps?\d?\.(?:request|get)\(|\bfetch\(|\bnet\.(?:connect|createConnection)|\bcreateConnection\(|\bnew WebSocket|\bXMLHttpRequest\b|\bEventSource\(|sendBeacon|\btls\.connect|\bdns\.(?:lookup|resolve)|\bdgram\./;
      const counts = new Map<RegExp, number>();
      const strange: string[] = [];
      for (const line of source
        .split('\n')
        .map(each => each.trim())
        .filter(each => reach.test(each) && !/^(?:\/\/|\*)/.test(each))) {
        const allowed = name === 'indexer.cjs' ? ALLOWED.find(([pattern]) => pattern.test(line)) : undefined;
        if (allowed === undefined) strange.push(line);
        else counts.set(allowed[0], (counts.get(allowed[0]) ?? 0) + 1);
      }
      assert.deepEqual(strange, []);
      for (const [pattern, why, atMost] of ALLOWED)
        assert.ok((counts.get(pattern) ?? 0) <= atMost, `${why}: ${counts.get(pattern)}`);
      const modules = [
        ...source.matchAll(/require\("(?:node:)?(net|tls|dns|dgram|http|https|http2|undici)(?:\/\w+)?"\)/g),
      ].map(match => match[1]);
      assert.deepEqual(modules, []);
    });
  }
});
