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
    weight: -0.52,
    reason: 'How far a level is believed of which nothing else is known',
    of: () => 1,
  },
  {
    name: 'agreement',
    weight: -0.116,
    reason: 'The longer the agreement, the surer the next unit',
    of: view => view.logUnits,
  },
  {
    name: 'agreement of two',
    weight: -0.126,
    reason: 'One or two units agree anywhere: less than the logarithm says',
    of: view => (view.units <= 2 ? 1 : 0),
  },
  {
    name: 'agreement of three',
    weight: -0.095,
    reason: 'A word and a half, between chance and a phrase',
    of: view => (view.units === 3 ? 1 : 0),
  },
  {
    name: 'count',
    weight: 0.408,
    reason: 'Who has seen much has seen what comes',
    of: view => view.logCount,
  },
  {
    name: 'single',
    weight: -0.335,
    reason: 'A single source does not tell what is fixed and what is its own',
    of: view => view.isSingle,
  },
  {
    name: 'agreement of a single source',
    weight: 0.411,
    reason: '… but after long agreement the draft is following it',
    of: view => view.isSingle * view.logUnits,
  },
  {
    name: 'distinct',
    weight: -0.429,
    reason: 'Where many ways on are known, one more is likely (Witten and Bell)',
    of: view => view.logDistinct,
  },
  {
    name: 'variety',
    weight: -1.794,
    reason: 'New units that keep coming, sample after sample, have not come to an end',
    of: view => view.variety,
  },
  {
    name: 'last',
    weight: 1.433,
    reason: 'Nothing shorter is left to take the rest: what is not believed here is given to no one',
    of: view => view.isLast,
  },
  {
    name: 'count of the last',
    weight: -0.113,
    reason: 'What a level keeps from the next one and what it keeps from no one grow differently with the count',
    of: view => view.isLast * view.logCount,
  },
  {
    name: 'variety of the last',
    weight: -0.446,
    reason: 'The same for new units',
    of: view => view.isLast * view.variety,
  },
  {
    name: 'agreement of the last',
    weight: 0.323,
    reason: 'The same for agreement',
    of: view => view.isLast * view.logUnits,
  },
  {
    name: 'scale',
    weight: -0.05,
    reason: 'Samples of many occurrences miss rare ways on',
    of: view => view.logScale,
  },
  {
    name: 'scale of a single sample',
    weight: 0.077,
    reason: 'A lone sample of a frequent context lies far down the path: it need not be alone in the corpus',
    of: view => view.isSingle * view.logScale,
  },
  {
    name: 'last but one',
    weight: 0.732,
    reason: 'Only the shortest context is left to take the rest, and it knows least',
    of: view => view.isLastButOne,
  },
  {
    name: 'start of a sentence',
    weight: -0.581,
    reason: 'Here writers part from their sources',
    of: view => view.startsSentence,
  },
  {
    name: 'start of a clause',
    weight: -1.301,
    reason: 'Here they do so more often still',
    of: view => view.startsClause,
  },
  {
    name: 'single source at the start of a clause',
    weight: -0.784,
    reason: 'Whoever follows one source leaves it here',
    of: view => view.startsClause * view.isSingle,
  },
  {
    name: 'count at the start of a clause',
    weight: 0.252,
    reason: '… but what many go on with is a formula',
    of: view => view.startsClause * view.logCount,
  },
  {
    name: 'kin at the start of a clause',
    weight: 0.411,
    reason: 'Documents of one kind run through the same matters in the same order',
    of: view => view.startsClause * view.isKin,
  },
  {
    name: 'within a figure',
    weight: 0.36,
    reason: 'Figures are new, their units are not',
    of: view => view.inFigure,
  },
  {
    name: 'agreement within a figure',
    weight: -0.139,
    reason: 'The same figure after the same words',
    of: view => view.inFigure * view.logUnits,
  },
  {
    name: 'draft',
    weight: 0.645,
    reason: 'Who has said a thing in this draft is likely to say it again',
    of: view => view.isDraft,
  },
  {
    name: 'kin',
    weight: -0.703,
    reason: 'Documents that resemble the draft say what it is about to say',
    of: view => view.isKin,
  },
  {
    name: 'agreement with kin',
    weight: 0.322,
    reason: 'As with the draft: long agreement means that one of them is being followed',
    of: view => view.isKin * view.logUnits,
  },
  {
    name: 'beyond chance',
    weight: 0.095,
    reason: 'What agrees further than anything agrees with a corpus of this size by chance is being followed',
    of: view => view.beyondChance,
  },
  {
    name: 'single source beyond chance',
    weight: -0.048,
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
