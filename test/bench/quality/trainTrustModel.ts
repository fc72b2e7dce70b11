import type { TrustEvent } from './trainTrustEvents.ts';

/** Chance of a unit that no level has seen: one of some five thousand characters. */
const UNSEEN = 2e-4;

/**
 * Mean negative log-likelihood of what came, in nats an event, under Jelinek and Mercer's mixture: each level is believed by a
 * logistic of its features, and what it is not believed is left to the next one, what the last leaves to the unseen.
 * @param gradient if given, the derivatives by the weights are added to it
 */
export function loss(events: readonly TrustEvent[], weights: readonly number[], gradient?: Float64Array): number {
  let sum = 0;
  const own = weights.map(() => 0);
  for (const event of events) sum += eventLoss(event, weights, gradient && own);
  if (gradient) for (let i = 0; i < own.length; i++) gradient[i]! += own[i]! / events.length;
  return sum / events.length;
}

function eventLoss({ features, shares }: TrustEvent, weights: readonly number[], gradient?: number[]): number {
  const levels = shares.length;
  const trusts: number[] = [];
  const reached: number[] = [];
  let rest = 1;
  let chance = 0;
  for (let level = 0; level < levels; level++) {
    let score = 0;
    for (let i = 0; i < weights.length; i++) score += weights[i]! * features[level * weights.length + i]!;
    const trust = 1 / (1 + Math.exp(-score));
    trusts.push(trust);
    reached.push(rest);
    chance += rest * trust * shares[level]!;
    rest *= 1 - trust;
  }
  chance += rest * UNSEEN;
  if (gradient) {
    // More trust in a level takes in proportion from all that comes after it.
    let later = rest * UNSEEN;
    for (let level = levels - 1; level >= 0; level--) {
      const trust = trusts[level]!;
      const given = reached[level]! * trust * shares[level]!;
      const byScore = -(given * (1 - trust) - later * trust) / chance;
      for (let i = 0; i < weights.length; i++) gradient[i]! += byScore * features[level * weights.length + i]!;
      later += given;
    }
  }
  return -Math.log(chance);
}

export interface FitOptions {
  readonly steps: number;
  /** Told of the loss before each step. */
  readonly onStep?: (step: number, loss: number) => void;
}

/** Weight decay: enough that weights of features which say the same do not run apart. */
const DECAY = 1e-4;
const RATE = 0.05;
/** In the last third of the steps, to settle. */
const LAST_RATE = 0.015;
const MOMENTUM = 0.9;
const SCALE_MEMORY = 0.999;

/**
 * The weights that make `events` likeliest, from zero: full-batch Adam (D. Kingma, J. Ba, ICLR 2015). The same events give
 * the same weights.
 */
export function fitWeights(events: readonly TrustEvent[], features: number, { steps, onStep }: FitOptions): number[] {
  const weights = Array.from({ length: features }, () => 0);
  const mean = new Float64Array(features);
  const square = new Float64Array(features);
  for (let step = 1; step <= steps; step++) {
    const gradient = new Float64Array(features);
    const value = loss(events, weights, gradient);
    onStep?.(step, value);
    const rate = step <= (steps * 2) / 3 ? RATE : LAST_RATE;
    for (let i = 0; i < features; i++) {
      const slope = gradient[i]! + DECAY * weights[i]!;
      mean[i] = MOMENTUM * mean[i]! + (1 - MOMENTUM) * slope;
      square[i] = SCALE_MEMORY * square[i]! + (1 - SCALE_MEMORY) * slope * slope;
      const direction = mean[i]! / (1 - MOMENTUM ** step);
      const size = Math.sqrt(square[i]! / (1 - SCALE_MEMORY ** step)) + 1e-8;
      weights[i]! -= (rate * direction) / size;
    }
  }
  return weights;
}
