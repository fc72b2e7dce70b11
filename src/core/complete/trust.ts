import type { LevelView } from './levelView.ts';

/** One reason to believe a level more or less. */
export interface TrustFeature {
  readonly name: string;
  /** Log-odds of trust for each unit of the feature. */
  readonly weight: number;
  readonly reason: string;
  readonly of: (view: LevelView) => number;
}

/**
 * How far a level is believed: formula, weights and reasons. The weights are fitted, all of them together, by
 * `npm run train:ranking -- … --write`, which rewrites the numbers of this table and nothing else; the reasons say why a feature is
 * asked for, not the sign of its weight, since many features say nearly the same and share what they have to say.
 */
export const trustFeatures: readonly TrustFeature[] = [
  {
    name: 'always',
    weight: -0.539,
    reason: 'How far a level is believed of which nothing else is known',
    of: () => 1,
  },
  {
    name: 'agreement',
    weight: -0.102,
    reason: 'The longer the agreement, the surer the next unit',
    of: view => view.logUnits,
  },
  {
    name: 'agreement of two',
    weight: -0.007,
    reason: 'One or two units agree anywhere: less than the logarithm says',
    of: view => (view.units <= 2 ? 1 : 0),
  },
  {
    name: 'agreement of three',
    weight: 0.062,
    reason: 'A word and a half, between chance and a phrase',
    of: view => (view.units === 3 ? 1 : 0),
  },
  {
    name: 'count',
    weight: 0.509,
    reason: 'Who has seen much has seen what comes',
    of: view => view.logCount,
  },
  {
    name: 'single',
    weight: -0.302,
    reason: 'A single source does not tell what is fixed and what is its own',
    of: view => view.isSingle,
  },
  {
    name: 'agreement of a single source',
    weight: 0.337,
    reason: '… but after long agreement the draft is following it',
    of: view => view.isSingle * view.logUnits,
  },
  {
    name: 'distinct',
    weight: -0.587,
    reason: 'Where many ways on are known, one more is likely (Witten and Bell)',
    of: view => view.logDistinct,
  },
  {
    name: 'variety',
    weight: -1.556,
    reason: 'New units that keep coming, sample after sample, have not come to an end',
    of: view => view.variety,
  },
  {
    name: 'last',
    weight: 0.995,
    reason: 'Nothing shorter is left to take the rest: what is not believed here is given to no one',
    of: view => view.isLast,
  },
  {
    name: 'count of the last',
    weight: -0.072,
    reason: 'What a level keeps from the next one and what it keeps from no one grow differently with the count',
    of: view => view.isLast * view.logCount,
  },
  {
    name: 'variety of the last',
    weight: -0.409,
    reason: 'The same for new units',
    of: view => view.isLast * view.variety,
  },
  {
    name: 'agreement of the last',
    weight: 0.49,
    reason: 'The same for agreement',
    of: view => view.isLast * view.logUnits,
  },
  {
    name: 'scale',
    weight: -0.048,
    reason: 'Samples of many occurrences miss rare ways on',
    of: view => view.logScale,
  },
  {
    name: 'scale of a single sample',
    weight: 0.048,
    reason: 'A lone sample of a frequent context lies far down the path: it need not be alone in the corpus',
    of: view => view.isSingle * view.logScale,
  },
  {
    name: 'last but one',
    weight: 0.496,
    reason: 'Only the shortest context is left to take the rest, and it knows least',
    of: view => view.isLastButOne,
  },
  {
    name: 'start of a sentence',
    weight: -0.214,
    reason: 'Here writers part from their sources',
    of: view => view.startsSentence,
  },
  {
    name: 'start of a clause',
    weight: -1.512,
    reason: 'Here they do so more often still',
    of: view => view.startsClause,
  },
  {
    name: 'single source at the start of a clause',
    weight: -0.548,
    reason: 'Whoever follows one source leaves it here',
    of: view => view.startsClause * view.isSingle,
  },
  {
    name: 'count at the start of a clause',
    weight: 0.282,
    reason: '… but what many go on with is a formula',
    of: view => view.startsClause * view.logCount,
  },
  {
    name: 'kin at the start of a clause',
    weight: 0.265,
    reason: 'Documents of one kind run through the same matters in the same order',
    of: view => view.startsClause * view.isKin,
  },
  {
    name: 'within a figure',
    weight: 0.441,
    reason: 'Figures are new, their units are not',
    of: view => view.inFigure,
  },
  {
    name: 'agreement within a figure',
    weight: -0.217,
    reason: 'The same figure after the same words',
    of: view => view.inFigure * view.logUnits,
  },
  {
    name: 'draft',
    weight: -0.025,
    reason: 'Who has said a thing in this draft is likely to say it again',
    of: view => view.isDraft,
  },
  {
    name: 'kin',
    weight: -0.746,
    reason: 'Documents that resemble the draft say what it is about to say',
    of: view => view.isKin,
  },
  {
    name: 'agreement with kin',
    weight: 0.306,
    reason: 'As with the draft: long agreement means that one of them is being followed',
    of: view => view.isKin * view.logUnits,
  },
  {
    name: 'agreement with the draft',
    weight: 0.166,
    reason: 'As with kin',
    of: view => view.isDraft * view.logUnits,
  },
  {
    name: 'draft at the start of a clause',
    weight: 0.62,
    reason: 'A draft begins its clauses alike',
    of: view => view.isDraft * view.startsClause,
  },
  {
    name: 'one unit',
    weight: 0.209,
    reason: 'A word that has begun is one the draft has said; else agreement in one unit is chance',
    of: view => view.isUnit,
  },
  {
    name: 'agreement from one unit',
    weight: -0.196,
    reason: 'What goes on from there agrees without anything before it',
    of: view => view.isUnit * view.logUnits,
  },
  {
    name: 'single source from one unit',
    weight: 0.418,
    reason: 'A word said once is said again more often than a sentence is',
    of: view => view.isUnit * view.isSingle,
  },
  {
    name: 'beyond chance',
    weight: 0.07,
    reason: 'What agrees further than anything agrees with a corpus of this size by chance is being followed',
    of: view => view.beyondChance,
  },
  {
    name: 'single source beyond chance',
    weight: -0.022,
    reason: 'The same for a single source, which most often is the one of a small corpus',
    of: view => view.isSingle * view.beyondChance,
  },
];

const weights = Float64Array.from(trustFeatures, feature => feature.weight);
const formulas = trustFeatures.map(feature => feature.of);

/** Chance, by the weights, that the next unit is one the level knows at this node. */
export function trust(view: LevelView): number {
  let sum = 0;
  for (let i = 0; i < formulas.length; i++) sum += weights[i]! * formulas[i]!(view);
  return 1 / (1 + Math.exp(-sum));
}
