import { type LevelView, TRAITS, type Trait } from './levelView.ts';

/** One reason to believe a level more or less. */
export interface TrustFeature {
  readonly name: string;
  /** Log-odds of trust for each unit of the feature. */
  readonly weight: number;
  readonly reason: string;
  /** What is multiplied. */
  readonly of: readonly [Trait, Trait?];
}

/**
 * How far a level is believed: formula, weights and reasons. All weights are fitted together by `npm run train:ranking
 * -- … --write`, which rewrites the numbers of this table and nothing else. A reason says why a feature is asked for,
 * not why its weight has its sign: many features say nearly the same and share what they have to say.
 */
export const trustFeatures: readonly TrustFeature[] = [
  {
    name: 'always',
    weight: -0.539,
    reason: 'How far a level is believed of which nothing else is known',
    of: ['one'],
  },
  {
    name: 'agreement',
    weight: -0.102,
    reason: 'The longer the agreement, the surer the next unit',
    of: ['logUnits'],
  },
  {
    name: 'agreement of two',
    weight: -0.007,
    reason: 'One or two units agree anywhere: less than the logarithm says',
    of: ['isPair'],
  },
  {
    name: 'agreement of three',
    weight: 0.062,
    reason: 'A word and a half, between chance and a phrase',
    of: ['isTriple'],
  },
  {
    name: 'count',
    weight: 0.509,
    reason: 'Who has seen much has seen what comes',
    of: ['logCount'],
  },
  {
    name: 'single',
    weight: -0.302,
    reason: 'A single source does not tell what is fixed and what is its own',
    of: ['isSingle'],
  },
  {
    name: 'agreement of a single source',
    weight: 0.337,
    reason: '… but after long agreement the draft is following it',
    of: ['isSingle', 'logUnits'],
  },
  {
    name: 'distinct',
    weight: -0.587,
    reason: 'Where many ways on are known, one more is likely (Witten and Bell)',
    of: ['logDistinct'],
  },
  {
    name: 'variety',
    weight: -1.556,
    reason: 'New units that keep coming, sample after sample, have not come to an end',
    of: ['variety'],
  },
  {
    name: 'last',
    weight: 0.995,
    reason: 'Nothing shorter is left to take the rest: what is not believed here is given to no one',
    of: ['isLast'],
  },
  {
    name: 'count of the last',
    weight: -0.072,
    reason: 'What a level keeps from the next one and what it keeps from no one grow differently with the count',
    of: ['isLast', 'logCount'],
  },
  {
    name: 'variety of the last',
    weight: -0.409,
    reason: 'The same for new units',
    of: ['isLast', 'variety'],
  },
  {
    name: 'agreement of the last',
    weight: 0.49,
    reason: 'The same for agreement',
    of: ['isLast', 'logUnits'],
  },
  {
    name: 'scale',
    weight: -0.048,
    reason: 'Samples of many occurrences miss rare ways on',
    of: ['logScale'],
  },
  {
    name: 'scale of a single sample',
    weight: 0.048,
    reason: 'A lone sample of a frequent context lies far down the path: it need not be alone in the corpus',
    of: ['isSingle', 'logScale'],
  },
  {
    name: 'last but one',
    weight: 0.496,
    reason: 'Only the shortest context is left to take the rest, and it knows least',
    of: ['isLastButOne'],
  },
  {
    name: 'start of a sentence',
    weight: -0.214,
    reason: 'Here writers part from their sources',
    of: ['startsSentence'],
  },
  {
    name: 'start of a clause',
    weight: -1.512,
    reason: 'Here they do so more often still',
    of: ['startsClause'],
  },
  {
    name: 'single source at the start of a clause',
    weight: -0.548,
    reason: 'Whoever follows one source leaves it here',
    of: ['startsClause', 'isSingle'],
  },
  {
    name: 'count at the start of a clause',
    weight: 0.282,
    reason: '… but what many go on with is a formula',
    of: ['startsClause', 'logCount'],
  },
  {
    name: 'kin at the start of a clause',
    weight: 0.265,
    reason: 'Documents of one kind run through the same matters in the same order',
    of: ['startsClause', 'isKin'],
  },
  {
    name: 'within a figure',
    weight: 0.441,
    reason: 'Figures are new, their units are not',
    of: ['inFigure'],
  },
  {
    name: 'agreement within a figure',
    weight: -0.217,
    reason: 'The same figure after the same words',
    of: ['inFigure', 'logUnits'],
  },
  {
    name: 'draft',
    weight: -0.025,
    reason: 'Who has said a thing in this draft is likely to say it again',
    of: ['isDraft'],
  },
  {
    name: 'kin',
    weight: -0.746,
    reason: 'Documents that resemble the draft say what it is about to say',
    of: ['isKin'],
  },
  {
    name: 'agreement with kin',
    weight: 0.306,
    reason: 'As with the draft: long agreement means that one of them is being followed',
    of: ['isKin', 'logUnits'],
  },
  {
    name: 'agreement with the draft',
    weight: 0.166,
    reason: 'As with kin',
    of: ['isDraft', 'logUnits'],
  },
  {
    name: 'draft at the start of a clause',
    weight: 0.62,
    reason: 'A draft begins its clauses alike',
    of: ['isDraft', 'startsClause'],
  },
  {
    name: 'one unit',
    weight: 0.209,
    reason: 'A word that has begun is one the draft has said; else agreement in one unit is chance',
    of: ['isUnit'],
  },
  {
    name: 'agreement from one unit',
    weight: -0.196,
    reason: 'What goes on from there agrees without anything before it',
    of: ['isUnit', 'logUnits'],
  },
  {
    name: 'single source from one unit',
    weight: 0.418,
    reason: 'A word said once is said again more often than a sentence is',
    of: ['isUnit', 'isSingle'],
  },
  {
    name: 'beyond chance',
    weight: 0.07,
    reason: 'What agrees further than anything agrees with a corpus of this size by chance is being followed',
    of: ['beyondChance'],
  },
  {
    name: 'single source beyond chance',
    weight: -0.022,
    reason: 'The same for a single source, which most often is the one of a small corpus',
    of: ['isSingle', 'beyondChance'],
  },
];

const weights = Float64Array.from(trustFeatures, feature => feature.weight);
const firsts = Uint8Array.from(trustFeatures, ({ of: [first] }) => TRAITS.indexOf(first));
const seconds = Uint8Array.from(trustFeatures, ({ of: [, second = 'one'] }) => TRAITS.indexOf(second));

/** The values of all features, in the order of their table. */
export function featuresOf(view: LevelView): Float64Array {
  return weights.map((_, i) => view[firsts[i]!]! * view[seconds[i]!]!);
}

/** The chance, by the weights, that the next unit is one that the level has seen at this node. */
export function trust(view: LevelView): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * (view[firsts[i]!]! * view[seconds[i]!]!);
  return 1 / (1 + Math.exp(-sum));
}
