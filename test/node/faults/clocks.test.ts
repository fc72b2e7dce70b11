import assert from 'node:assert/strict';
import { renameSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { writeFiles } from '../support.ts';
import { assertExact, faultCorpus, randomFrom, seed, speech, speeches, textsOf, update } from './faultSupport.ts';

describe('T2: clocks that are wrong', () => {
  for (const year of [1970, 1969, 2099]) {
    it(`files of ${year} are indexed, followed and not read again`, async () => {
      const place = faultCorpus({ 'a.txt': '要真抓实干。', 'b.txt': '要久久为功。' });
      const stamp = (name: string): void => utimesSync(join(place.corpus, name), new Date(year, 5), new Date(year, 5));
      stamp('a.txt');
      stamp('b.txt');
      await update(place);
      const read: string[] = [];
      assert.equal((await update(place, { onFile: path => read.push(path) })).changed, false);
      assert.deepEqual(read, []);
      writeFiles(place.corpus, { 'a.txt': '现在是另一些字。' });
      stamp('a.txt');
      await update(place);
      assertExact(place.indexDirectory, textsOf(place.corpus), `${year}`, randomFrom(seed));
    });
  }

  it('a clock set back between updates does not hide a change', async () => {
    const place = faultCorpus({ 'a.txt': '要真抓实干。' });
    await update(place);
    writeFiles(place.corpus, { 'a.txt': '要久久为功。' });
    const dayBefore = new Date(Date.now() - 86_400_000);
    utimesSync(join(place.corpus, 'a.txt'), dayBefore, dayBefore);
    await update(place);
    assertExact(place.indexDirectory, textsOf(place.corpus), 'set back', randomFrom(seed));
  });

  it('a change that keeps size and time is seen', async () => {
    const place = faultCorpus({ 'a.txt': '要真抓实干。' });
    const file = join(place.corpus, 'a.txt');
    const moment = new Date(2020, 5);
    utimesSync(file, moment, moment);
    await update(place);
    writeFiles(place.corpus, { 'a.txt': '要久久为功。' });
    utimesSync(file, moment, moment);
    assert.equal((await update(place)).changed, true);
    assertExact(place.indexDirectory, textsOf(place.corpus), 'set back to the same time', randomFrom(seed));
  });

  it('two files of one size and one time that change places are told apart', async () => {
    const place = faultCorpus({ 'a.txt': '要真抓实干。', 'b.txt': '要久久为功。' });
    const at = (name: string): string => join(place.corpus, name);
    const moment = new Date(2020, 5);
    for (const name of ['a.txt', 'b.txt']) utimesSync(at(name), moment, moment);
    await update(place);
    renameSync(at('a.txt'), at('c'));
    renameSync(at('b.txt'), at('a.txt'));
    renameSync(at('c'), at('b.txt'));
    assert.equal((await update(place)).changed, true);
    assertExact(place.indexDirectory, textsOf(place.corpus), 'swapped', randomFrom(seed));
  });

  it('a file that was touched and has not changed is read once more, and never again', async () => {
    const place = faultCorpus(speeches(6, seed, 6));
    await update(place);
    const read: string[] = [];
    const readAgain = async (): Promise<string[]> => {
      read.length = 0;
      await update(place, { onFile: path => read.push(path) });
      return [...read];
    };
    const touched = join(place.corpus, '0002.txt');
    utimesSync(touched, new Date(2099, 0), new Date(2099, 0));
    assert.deepEqual(await readAgain(), [touched]);
    assert.deepEqual(await readAgain(), []);
    for (let i = 0; i < 5; i++) {
      writeFiles(place.corpus, { [`new-${i}.txt`]: speech(randomFrom(seed + i), `新${i}`, 6) }); // until segments are merged
      assert.equal((await readAgain()).length, 1);
    }
    assertExact(place.indexDirectory, textsOf(place.corpus), 'touched', randomFrom(seed));
  });
});
