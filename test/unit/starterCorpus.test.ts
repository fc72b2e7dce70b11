import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importText } from '../../src/core/document/importDocument.ts';
import { similarGroups, sketchOf } from '../../src/core/index/format/sketch.ts';
import { findSeries } from '../../src/core/parallel/findSeries.ts';
import type { SeriesFamily } from '../../src/core/parallel/parallelSeries.ts';
import { createSpeechService } from '../../src/core/service/inProcessService.ts';
import { outline } from '../../src/core/structure/outline.ts';
import { unitsOf } from '../../src/core/text/units.ts';
import { inMemoryCorpus } from './support/inMemoryCorpus.ts';

const folder = join(import.meta.dirname, '../../corpus');
const raws = Object.fromEntries(readdirSync(folder).map(name => [name, readFileSync(join(folder, name), 'utf8')]));
const speeches = Object.entries(raws).map(([name, raw]) => ({
  name,
  ...importText(new TextEncoder().encode(raw), name),
}));

const occasions: Readonly<Record<string, RegExp>> = {
  动员部署: /动员部署/,
  总结表彰: /总结表彰/,
  全会: /全会|全体会议/,
  推进调度: /^(?:工作)?推进(?:调度)?会$|^调度会$/,
  座谈会: /座谈会/,
  现场会: /现场会/,
  开班式: /开班式/,
  任前谈话: /任前/,
  党课: /党课/,
  述职: /述职/,
  '廉政、作风、警示': /廉政|作风|警示/,
  安全: /安全/,
  防汛抗旱: /防汛|视频调度/,
  致辞: /致辞/,
  主持词: /主持词/,
  务虚会: /务虚/,
  工作汇报: /工作汇报/,
};

describe('the starter corpus', () => {
  it('has forty speeches and more, each of some length', () => {
    assert.ok(speeches.length >= 40);
    assert.ok(sum(speeches.map(({ clean }) => clean.text.length)) >= 60_000);
    for (const { name, clean } of speeches) {
      assert.ok(clean.text.length >= 1500 && clean.text.length <= 3000, `${name}: ${clean.text.length}`);
    }
  });

  for (const [occasion, pattern] of Object.entries(occasions)) {
    it(`has two of ${occasion} and more`, () => {
      const found = speeches.filter(({ metadata }) => pattern.test(metadata.occasion ?? ''));
      assert.ok(found.length >= 2, found.map(({ name }) => name).join());
    });
  }

  for (const { name, raw, clean, metadata } of speeches) {
    it(`${name} says of itself what its title lines say`, () => {
      const { title, speaker, role, occasion, level, date, organization } = metadata;
      for (const field of [title, speaker, role, occasion, level, organization]) assert.ok(field);
      const lines = clean.text.split('\n');
      assert.equal(lines[0], title);
      assert.equal(lines[1], `（${date!.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')}）`);
      assert.equal(lines[2], speaker);
      assert.match(date!, /^20(?:19|2[0-6])-\d\d-\d\d$/);
    });

    it(`${name} is set as a speech is`, () => {
      assert.doesNotMatch(clean.text, /[,;:()?!"'*#\s]{2}|[,;:()?!"'*#]/, 'full-width punctuation only');
      assert.doesNotMatch(clean.text, /XX|××|某某|待核实/);
      assert.ok(raw.text.endsWith('\n'));
      const sections = outline(clean.text);
      assert.equal(sections[0]?.function, '称谓');
      assert.ok(sections.length >= 3);
    });
  }

  it('gives each office to one person at a time', () => {
    const holders = Map.groupBy(speeches, ({ metadata }) => metadata.role!);
    for (const [role, held] of holders) {
      const byDate = held.sort((a, b) => a.metadata.date!.localeCompare(b.metadata.date!));
      const turns = byDate.map(({ metadata }) => metadata.speaker!).filter((who, i, all) => who !== all[i - 1]);
      assert.equal(new Set(turns).size, turns.length, `${role}: ${turns.join()}`);
    }
  });

  it('holds no speech twice', () => {
    assert.deepEqual(similarGroups(speeches.map(({ clean }) => sketchOf(unitsOf(clean.text)))), []);
  });

  it('has parallel constructions of every family', () => {
    const families = new Map<SeriesFamily, number>();
    for (const { clean } of speeches) {
      for (const { family } of findSeries(clean.text)) families.set(family, (families.get(family) ?? 0) + 1);
    }
    for (const family of [
      'numbered',
      'frame',
      'pair',
      'chain',
      'reversal',
      'run3',
      'run4',
      'shared-head',
      'shared-tail',
    ] as const) {
      assert.ok((families.get(family) ?? 0) >= 5, `${family}: ${families.get(family)}`);
    }
  });

  it('comes back to its phrases: what is said once helps nobody', () => {
    const documents = new Map<string, number>();
    for (const { clean } of speeches) {
      const clauses = new Set(
        clean.text.split(/[，。；：！？、“”（）\n—]+/).filter(clause => /^\p{Script=Han}{4,12}$/u.test(clause)),
      );
      for (const clause of clauses) documents.set(clause, (documents.get(clause) ?? 0) + 1);
    }
    const recurrent = [...documents.values()].filter(count => count >= 3).length;
    assert.ok(recurrent >= 60, `${recurrent}`);
  });
});

describe('a draft with the starter corpus alone', () => {
  const service = createSpeechService({
    index: inMemoryCorpus(raws),
    readFile: path => new TextEncoder().encode(raws[path.replace('/corpus/', '')]),
  });
  const completed = async (text: string): Promise<readonly string[]> =>
    (await service.complete({ text })).suggestions.map(({ insertText }) => insertText);

  it('goes on with a stock phrase', async () => {
    assert.ok((await completed('同志们：\n各级干部要做到难题面前')).some(text => text.includes('不绕道')));
    assert.ok((await completed('同志们：\n要真抓')).some(text => text.endsWith('抓实干、久久为功')));
  });

  it('goes on with a series', async () => {
    const text =
      '三、压实责任，狠抓落实\n一要领导带头跑。主要负责同志要亲自上手。\n二要专班精准盯。人员与原岗位脱钩。\n';
    assert.ok((await completed(text)).some(each => each.includes('三要')));
  });

  it('tells in how many speeches a phrase stands, and where', async () => {
    const draft = '我们要做到难题面前不绕道，责任面前不退场。';
    const found = await service.phraseAt({ text: draft, offset: draft.indexOf('不绕道') });
    assert.ok(found!.documents >= 5, `${found?.documents}`);
    assert.ok(found!.hits[0]!.speaker && found!.hits[0]!.date && found!.hits[0]!.sectionPath.length > 0);
  });
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
