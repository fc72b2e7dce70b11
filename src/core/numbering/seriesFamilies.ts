import type { MarkerShape } from '../parallel/markers.ts';

/** A family of parallel constructions as an empty form. It contains no one's words, so it has no source. */
export interface BlankFamily {
  /** The name by which tests and the user's list tell families apart: «一是», «从…中…». */
  readonly name: string;
  /** The shape of the members' markers; absent for frames. */
  readonly marker?: MarkerShape;
  /** Whether the members are section headings, each on a line of its own. */
  readonly isHeading: boolean;
  /** Whether the members may be lines of their own. */
  readonly mayBeLines: boolean;
  /**
   * The text of member `index` of `count` behind its marker: `＿` is a slot, several of them a slot for as many characters, and `＝` repeats
   * the slot before it.
   */
  readonly member: (index: number, count: number) => string;
  readonly joint: '；' | '，' | '、' | '。';
  readonly least: number;
  readonly most: number;
}

const MOST = 9;
const SEQUENCE = ['首先，＿', '其次，＿', '再次，＿', '最后，＿'];

const points = (name: string, marker: MarkerShape, joint: BlankFamily['joint'], most = MOST): BlankFamily => ({
  name,
  marker,
  isHeading: false,
  mayBeLines: true,
  member: () => '＿',
  joint,
  least: 2,
  most,
});

const headings = (name: string, marker: MarkerShape): BlankFamily => ({
  ...points(name, marker, '。'),
  isHeading: true,
});

/** A family that repeats the same frame: 让＿、让＿. */
const frame = (name: string, member: string, joint: BlankFamily['joint'], least = 2): BlankFamily => ({
  name,
  isHeading: false,
  mayBeLines: false,
  member: () => member,
  joint,
  least,
  most: 6,
});

/** A family with a different word for each member: 既要＿，又要＿，还要＿. */
const words = (name: string, members: readonly string[], joint: BlankFamily['joint']): BlankFamily => ({
  ...frame(name, '', joint),
  member: index => members[index]!,
  most: members.length,
});

/** A family whose last member has a word of its own: 有的＿，有的＿，还有的＿. */
const closed = (name: string, member: string, last: string, joint: BlankFamily['joint']): BlankFamily => ({
  ...frame(name, member, joint),
  member: (index, count) => (count > 2 && index === count - 1 ? last : member),
});

/** All families that can be started, the most common ones first. */
export const BLANK_FAMILIES: readonly BlankFamily[] = [
  points('一是', { style: 'is', prefix: '', suffix: '是' }, '；'),
  points('一要', { style: 'must', prefix: '', suffix: '要' }, '；'),
  points('第一，', { style: 'ordinal', prefix: '第', suffix: '，' }, '。'),
  points('其一，', { style: 'among', prefix: '其', suffix: '，' }, '；'),
  {
    ...words('首先，', SEQUENCE, '；'),
    mayBeLines: true,
    member: (index, count) => (count > 2 && index === count - 1 ? SEQUENCE.at(-1)! : SEQUENCE[index]!),
  },
  words('一方面', ['一方面，＿', '另一方面，＿'], '；'),
  headings('一、', { style: 'heading1', prefix: '', suffix: '、' }),
  headings('（一）', { style: 'heading2', prefix: '（', suffix: '）' }),
  headings('1.', { style: 'heading3', prefix: '', suffix: '.' }),
  words('既要…又要…', ['既要＿', '又要＿', '还要＿', '更要＿'], '，'),
  frame('不是…而是…', '不是＿，而是＿', '；', 1),
  closed('有的…', '有的＿', '还有的＿', '，'),
  frame('从…中…', '从＿中＿', '、'),
  frame('在…中…', '在＿中＿', '、'),
  frame('以…', '以＿', '，'),
  frame('以…促…', '以＿促＿', '、'),
  frame('让…', '让＿', '、'),
  frame('把…', '把＿', '、'),
  frame('对…要…', '对＿要＿', '，'),
  frame('向…要…', '向＿要＿', '、'),
  frame('该…的…', '该＿的＝', '、'),
  frame('能…的就…', '能＿的就＝', '、'),
  frame('越…越…', '越＿越＿', '，'),
  frame('凡是…都…', '凡是＿，都＿', '；'),
  frame('四字', '＿＿＿＿', '、', 3),
  frame('三字', '＿＿＿', '、', 3),
];

/** The row by which a writer can start an empty series while typing, as templates are. */
export const BLANK_SERIES = { head: '排比空槽…', initials: 'pbkc', description: '选择句式和项数' } as const;
