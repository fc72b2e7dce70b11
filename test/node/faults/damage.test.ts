import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { CorruptIndexError } from '../../../src/core/index/format/byteSource.ts';
import { clearIndex, openIndex } from '../../../src/node/indexDirectory.ts';
import { readManifest } from '../../../src/node/indexManifest.ts';
import { temporaryDirectory } from '../support.ts';
import {
  assertExact,
  type FaultCorpus,
  faultCorpus,
  placesOf,
  type Random,
  randomFrom,
  scanned,
  seed,
  soak,
  speeches,
  stretches,
  textsOf,
  update,
} from './faultSupport.ts';

/** Every query of the index, until damage is noticed. @returns whether it was */
function askEverything(directory: string, texts: ReadonlyMap<string, string>, random: Random, what: string): boolean {
  try {
    const index = openIndex(directory);
    try {
      if (index.documents.count === 0) return true;
      assert.equal(index.documents.count, texts.size, what);
      for (const phrase of stretches(texts, random, 6)) {
        assert.deepEqual(placesOf(index, phrase), scanned(texts, phrase), `${what}: ${phrase}`);
        assert.equal(index.matches.longestPrefix(`${phrase}\u0002`), phrase.length, what);
      }
      for (const phrase of index.segments
        .flatMap(segment => Array.from(segment.phrases(), phrase => phrase.text))
        .slice(0, 5)) {
        const expected = scanned(texts, phrase).length;
        assert.equal(index.counts.of(index.matches.of(phrase)).occurrences, expected, what);
      }
      const [place] = index.matches.occurrences(index.matches.of('真抓实干'));
      if (place) index.series.around(place, 4);
    } finally {
      index.close();
    }
    return false;
  } catch (error) {
    if (error instanceof CorruptIndexError) return true;
    throw error;
  }
}

function withManifest(directory: string, change: (manifest: Record<string, unknown>) => void): void {
  const path = join(directory, 'manifest.json');
  const text = readFileSync(path, 'utf8');
  const manifest = JSON.parse(text.slice(text.indexOf('\n') + 1)) as Record<string, unknown>;
  change(manifest);
  const body = JSON.stringify(manifest);
  writeFileSync(path, `${crc32(body).toString(16)}\n${body}`);
}

describe('C1: damaged index files', function () {
  this.timeout(60_000 * soak);
  let good: FaultCorpus;
  let texts: Map<string, string>;

  before(async () => {
    good = faultCorpus(speeches(30, seed, 30));
    await update(good);
    rmSync(join(good.corpus, '0003.txt'));
    await update(good); // so that there are tombstones
    texts = textsOf(good.corpus);
    assertExact(good.indexDirectory, texts, 'undamaged', randomFrom(seed));
  });

  function copy(): string {
    const directory = join(temporaryDirectory(), 'index');
    cpSync(good.indexDirectory, directory, { recursive: true });
    return directory;
  }

  it('500 times 1–3 flipped bytes: no wrong look-up, and an update with verification heals', async () => {
    const random = randomFrom(seed);
    const names = readdirSync(good.indexDirectory);
    const originals = new Map(names.map(name => [name, readFileSync(join(good.indexDirectory, name))]));
    const directory = copy();
    let noticed = 0;
    for (let trial = 0; trial < 500 * soak; trial++) {
      const name = trial % 3 === 0 ? 'manifest.json' : random.pick(names);
      const bytes = Buffer.from(originals.get(name)!);
      const flips = 1 + random.below(3);
      const places: number[] = [];
      for (let i = 0; i < flips; i++) {
        // The head and the tail of a file are few bytes but matter most.
        const edge = random.below(3);
        const span = edge === 2 ? bytes.length : Math.min(bytes.length, 256);
        const at = edge === 1 ? bytes.length - 1 - random.below(span) : random.below(span);
        bytes[at]! ^= 1 + random.below(255);
        places.push(at);
      }
      writeFileSync(join(directory, name), bytes);
      const what = `seed ${seed}, trial ${trial}, ${name} bytes ${places.join()}`;
      if (askEverything(directory, texts, random, what)) noticed++;
      if (trial % 25 === 0) {
        const healed = copy();
        writeFileSync(join(healed, name), bytes);
        await update({ ...good, indexDirectory: healed }, { verify: true });
        assertExact(healed, texts, `${what}, healed`, random, 5);
        rmSync(healed, { recursive: true });
      }
      writeFileSync(join(directory, name), originals.get(name)!);
    }
    assert.ok(noticed > 100 * soak, `${noticed} noticed`);
  });

  it('cut off at every 4 KiB, filled with zeros, emptied, gone, of other content: noticed, and the next update heals', async () => {
    const random = randomFrom(seed + 1);
    const segment = readManifest(good.indexDirectory).segments[0]!.file;
    for (const name of [segment, 'manifest.json']) {
      const original = readFileSync(join(good.indexDirectory, name));
      const cuts = Array.from({ length: Math.ceil(original.length / 4096) }, (_, i) => i * 4096);
      const faults = new Map<string, (path: string) => void>([
        ...cuts.map(size => [`cut at ${size}`, (path: string) => truncateSync(path, size)] as const),
        ['zeros', path => writeFileSync(path, Buffer.alloc(original.length))],
        ['longer', path => writeFileSync(path, Buffer.concat([original, Buffer.alloc(4096)]))],
        ['twice', path => writeFileSync(path, Buffer.concat([original, original]))],
        ['gone', path => rmSync(path)],
        ['text', path => writeFileSync(path, '要真抓实干。'.repeat(1000))],
        ['magic', path => writeFileSync(path, Buffer.concat([Buffer.from('XXXX'), original.subarray(4)]))],
      ]);
      let heal = 0;
      for (const [fault, damage] of faults) {
        const directory = copy();
        damage(join(directory, name));
        const what = `seed ${seed + 1}, ${name} ${fault}`;
        assert.ok(askEverything(directory, texts, random, what), `${what}: noticed`);
        if (!fault.startsWith('cut') || heal++ % 8 === 0) {
          await update({ ...good, indexDirectory: directory });
          assertExact(directory, texts, `${what}, healed`, random, 5);
        }
        rmSync(directory, { recursive: true });
      }
    }
  });

  it('what is damaged is kept once as .bad, and goes when the index is cleared', async () => {
    const directory = copy();
    const bad = (): string[] => readdirSync(directory).filter(name => name.endsWith('.bad'));
    for (let i = 0; i < 3; i++) {
      const { file } = readManifest(directory).segments[0]!;
      writeFileSync(join(directory, file), 'torn');
      await update({ ...good, indexDirectory: directory });
      assert.deepEqual(bad(), [`${file}.bad`]);
      assert.equal(readFileSync(join(directory, `${file}.bad`), 'utf8'), 'torn');
    }
    writeFileSync(join(directory, 'manifest.json'), 'torn');
    assert.throws(() => readManifest(directory), CorruptIndexError);
    await update({ ...good, indexDirectory: directory });
    assert.deepEqual(bad(), ['manifest.json.bad']);
    assertExact(directory, texts, 'healed', randomFrom(seed));
    clearIndex(directory);
    assert.deepEqual(readdirSync(directory), []);
  });

  it('a later format is rebuilt, not misread', async () => {
    const directory = copy();
    withManifest(directory, manifest => {
      manifest['formatVersion'] = 99;
      manifest['segments'] = 'of another shape';
    });
    assert.ok(askEverything(directory, texts, randomFrom(seed), 'version 99'));
    await update({ ...good, indexDirectory: directory });
    assertExact(directory, texts, 'rebuilt', randomFrom(seed));
  });

  it('the index of another corpus answers nothing about this one after an update', async () => {
    const other = faultCorpus(speeches(5, seed + 7));
    await update(other);
    await update({ ...good, indexDirectory: other.indexDirectory });
    assertExact(other.indexDirectory, texts, 'other corpus', randomFrom(seed));
  });

  it('a segment of another commit in the place of this one is noticed or exact', async () => {
    const random = randomFrom(seed + 2);
    const other = faultCorpus(speeches(30, seed + 7, 30));
    await update(other);
    const directory = copy();
    const { file } = readManifest(directory).segments[0]!;
    cpSync(join(other.indexDirectory, readManifest(other.indexDirectory).segments[0]!.file), join(directory, file));
    await update({ ...good, indexDirectory: directory }, { verify: true });
    assertExact(directory, texts, 'exchanged segment', random);
  });

  it('segments left by a crash are not taken for part of the index, and go', async () => {
    const directory = copy();
    writeFileSync(join(directory, 'segment-99-0.bin'), 'torn');
    writeFileSync(join(directory, 'manifest.json.123.tmp'), 'torn');
    assert.equal(askEverything(directory, texts, randomFrom(seed), 'strays'), false);
    const corpus = faultCorpus(speeches(1, seed + 5));
    await update({ ...corpus, indexDirectory: directory });
    assert.ok(!existsSync(join(directory, 'segment-99-0.bin')));
    assert.ok(!existsSync(join(directory, 'manifest.json.123.tmp')));
  });
});
