/**
 * `node test/bench/quality/hovers.ts --index DIR --drafts DIR [--count 200] [--seed N]`: random places of real documents and what
 * a hover says there, to be judged by hand: is the first line right about what stands under the pointer? Also how long
 * the service took. The documents should not be in the index.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { importText } from '../../../src/core/document/importDocument.ts';
import { isHan } from '../../../src/core/text/charClass.ts';
import { hoverBlocks } from '../../../src/features/provenance/hoverText.ts';
import { openService } from '../../../src/node/openService.ts';
import { renderBlocks } from '../../../src/vscode/markup.ts';
import { generator } from '../../unit/support/random.ts';
import { dist } from '../paths.ts';
import { quantilesOf } from '../quantiles.ts';

const CONTEXT = 18;

const { values } = parseArgs({
  options: {
    index: { type: 'string' },
    drafts: { type: 'string', multiple: true },
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '20261122' },
  },
});
if (values.index === undefined || values.drafts === undefined) throw new Error('--index DIR --drafts DIR');
const idiomsPath = join(dist, 'dictionary', 'idioms.tsv');
const { service, close } = openService(values.index, { idiomsPath });
const texts = values.drafts.flatMap(filesIn).map(path => importText(readFileSync(path), path).clean.text);
const random = generator(Number(values.seed));
const times: number[] = [];
let largest = 0;
const kinds = new Map<string, number>();
let silent = 0;
for (let shown = 0; shown < Number(values.count); ) {
  const text = texts[Math.floor(random() * texts.length)]!;
  const offset = Math.floor(random() * text.length);
  if (!isHan(text[offset] ?? '')) continue;
  const started = performance.now();
  const found = await service.hover({ text, offset });
  times.push(performance.now() - started);
  if (found === undefined) {
    silent++;
    continue;
  }
  shown++;
  kinds.set(found.kind, (kinds.get(found.kind) ?? 0) + 1);
  const markdown = renderBlocks(hoverBlocks(found, { line: 0, character: 0 }));
  largest = Math.max(largest, Buffer.byteLength(markdown));
  const head = markdown.split('\n\n')[0]!.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  const { start, end } = found.span;
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  const stretch = `${text.slice(start, offset)}｜${text.slice(offset, end)}`;
  const inContext = `${before}【${stretch}】${text.slice(end, end + CONTEXT)}`.replaceAll('\n', '⏎');
  console.log(`${shown}. ${inContext}\n   ${head.replaceAll('\n', '\n   ')}`);
}
const tally = Array.from(kinds, ([kind, count]) => `${kind} ${count}`).join(', ');
const { p50, p99, max } = quantilesOf(times.slice(1));
console.log(
  `\n${silent} places without a hover; largest Markdown ${largest} bytes; ${tally}; ` +
    `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, max ${max.toFixed(1)} ms, first ${times[0]!.toFixed(0)} ms`,
);
close();

function filesIn(path: string): string[] {
  if (statSync(path).isFile()) return /\.(?:txt|md)$/.test(path) ? [path] : [];
  return readdirSync(path).flatMap(name => filesIn(join(path, name)));
}
