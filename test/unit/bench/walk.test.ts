import assert from 'node:assert/strict';
import { type Completer, type Offer, savingsRate, sum, walk, walkedParagraphs } from '../../bench/quality/walk.ts';

const PARAGRAPH = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉'; // 20 characters
const HEADING = '天地玄黄';

/** Offers by what stands before the caret, and a record of what was asked. */
function fake(offers: Readonly<Record<string, readonly Offer[]>>): { complete: Completer; asked: string[] } {
  const asked: string[] = [];
  const complete: Completer = before => {
    asked.push(before);
    return offers[before] ?? [];
  };
  return { complete, asked };
}

const offer = (insertText: string, replaceLength = 0): Offer => ({ insertText, replaceLength });
const type = (draft: string, complete: Completer) => walk(draft, complete, { mode: 'eager' });

describe('walk', () => {
  it('costs a key a character where nothing is offered', async () => {
    const { complete, asked } = fake({});
    const tally = await type(PARAGRAPH, complete);
    assert.equal(tally.characters, 20);
    assert.equal(tally.cost, 20);
    assert.equal(savingsRate(tally), 0);
    assert.deepEqual([tally.asked, tally.shown, tally.hits, tally.accepted], [19, 0, 0, 0]);
    assert.equal(asked[0], '甲', 'the first character is typed unasked');
    assert.equal(asked.at(-1), PARAGRAPH.slice(0, -1), 'nothing is asked once all is typed');
  });

  it('accepts with one key, and asks again after what was accepted', async () => {
    const { complete, asked } = fake({ 甲: [offer('乙丙丁')] });
    const tally = await type(PARAGRAPH, complete);
    assert.equal(tally.cost, 18);
    assert.equal(savingsRate(tally), 0.1);
    assert.deepEqual([tally.accepted, tally.acceptedUnits, tally.shown, tally.hits], [1, 3, 1, 1]);
    assert.deepEqual(asked.slice(0, 2), ['甲', '甲乙丙丁']);
  });

  it('accepts the right suggestion that saves most, wherever it stands in the list', async () => {
    const { complete } = fake({ 甲: [offer('乙丙'), offer('丑寅卯辰巳午'), offer('乙丙丁戊己'), offer('乙丙丁')] });
    const tally = await type(PARAGRAPH, complete);
    assert.equal(tally.cost, 20 - 5 + 1);
    assert.deepEqual([tally.items, tally.rightItems, tally.hits], [4, 3, 1]);
  });

  it('counts what a suggestion replaces as typed already', async () => {
    const { complete } = fake({ 甲乙丙: [offer('甲乙丙丁戊', 3)] });
    const tally = await type(PARAGRAPH, complete);
    assert.equal(tally.cost, 19);
    assert.equal(tally.acceptedUnits, 2);
  });

  it('takes a suggestion for wrong that replaces something else than the draft has', async () => {
    const { complete } = fake({ 甲乙丙: [offer('子乙丙丁戊', 3)], 甲乙丙丁: [offer('戊己庚', 1)] });
    const tally = await type(PARAGRAPH, complete);
    assert.equal(tally.cost, 20);
    assert.deepEqual([tally.shown, tally.hits, tally.items, tally.rightItems], [2, 0, 2, 0]);
  });

  it('types the one character a suggestion would add, but counts it as right', async () => {
    const { complete, asked } = fake({ 甲: [offer('乙')], 甲乙: [offer('乙丙', 1)] });
    const tally = await type(PARAGRAPH, complete);
    assert.equal(tally.cost, 20);
    assert.deepEqual([tally.accepted, tally.hits], [0, 2]);
    assert.equal(asked.length, 19);
  });

  it('does not count a suggestion that adds nothing', async () => {
    const { complete } = fake({ 甲乙: [offer('甲乙', 2)] });
    const tally = await type(PARAGRAPH, complete);
    assert.deepEqual([tally.shown, tally.hits], [1, 0]);
  });

  it('looks at five suggestions at most', async () => {
    const wrong = [offer('子丑'), offer('寅卯'), offer('辰巳'), offer('午未'), offer('申酉')];
    const { complete } = fake({ 甲: [...wrong, offer('乙丙丁')] });
    const tally = await type(PARAGRAPH, complete);
    assert.deepEqual([tally.cost, tally.items, tally.hits], [20, 5, 0]);
  });

  it('passes over paragraphs of less than 20 characters, and shows them before the others', async () => {
    const { complete, asked } = fake({});
    const tally = await type(`${HEADING}\n${PARAGRAPH}\n${PARAGRAPH.slice(1)}\n${PARAGRAPH}`, complete);
    assert.equal(tally.characters, 40);
    assert.equal(asked.length, 38, 'the first character of each paragraph is typed unasked');
    assert.equal(asked[0], `${HEADING}\n甲`);
    assert.ok(!asked.includes(''), 'nothing is asked before the first character');
  });

  it('accepts nothing that goes beyond the paragraph', async () => {
    const { complete } = fake({ [PARAGRAPH.slice(0, 18)]: [offer(`申酉\n${HEADING}`)] });
    const tally = await type(`${PARAGRAPH}\n${HEADING}`, complete);
    assert.deepEqual([tally.cost, tally.hits], [20, 0]);
  });

  it('asks in the mode it is told, and waits for slow answers', async () => {
    const modes = new Set<string>();
    const tally = await walk(
      PARAGRAPH,
      async (before, mode) => {
        modes.add(mode);
        await new Promise(setImmediate);
        return before === '甲' ? [offer('乙丙丁')] : [];
      },
      { mode: 'quiet' },
    );
    assert.deepEqual([...modes], ['quiet']);
    assert.equal(tally.cost, 18);
  });
});

describe('walkedParagraphs', () => {
  const draft = Array.from({ length: 10 }, () => PARAGRAPH).join('\n');

  it('takes evenly spaced paragraphs of a draft longer than wanted', () => {
    assert.deepEqual(
      walkedParagraphs(draft, 100).map(({ start }) => start / 21),
      [1, 3, 5, 7, 9],
    );
  });

  it('takes all of a shorter one', () => {
    assert.equal(walkedParagraphs(draft, 200).length, 10);
    assert.equal(walkedParagraphs(draft).length, 10);
  });
});

describe('sum', () => {
  it('weighs drafts by their length', async () => {
    const short = await type(PARAGRAPH, fake({ 甲: [offer(PARAGRAPH, 1)] }).complete);
    const long = await type(`${PARAGRAPH}${PARAGRAPH}${PARAGRAPH}`, fake({}).complete);
    assert.equal(savingsRate(short), 0.9);
    assert.equal(savingsRate(sum([short, long])), 18 / 80);
  });
});
