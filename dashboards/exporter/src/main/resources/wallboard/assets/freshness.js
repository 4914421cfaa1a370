import { roughly } from './time.js';

/** From this age on the figures may no longer be trusted, ms. */
export const STALE_AFTER = 30_000;

/** Event time so far behind the wall clock is worth saying, ms. */
export const BEHIND_AFTER = 120_000;

const REMEMBERED = 60_000;

/**
 * What an age of the data means.
 * @param {number|null} age ms; null while no event time is known
 * @returns {'waiting'|'fresh'|'stale'}
 */
export function freshness(age) {
  if (age === null) {
    return 'waiting';
  }
  return age > STALE_AFTER ? 'stale' : 'fresh';
}

/** Whether event time goes faster than the wall clock: seen over the last minute. */
export class Pace {
  #samples = [];

  /**
   * Notes where both clocks stood.
   * @param {number} wall ms
   * @param {number|null} event ms
   */
  note(wall, event) {
    if (event !== null) {
      this.#samples = this.#samples.filter((each) => wall - each.wall <= REMEMBERED);
      this.#samples.push({ wall, event });
    }
  }

  /** True if event time gained more than a second on the wall clock. */
  gains() {
    const first = this.#samples[0];
    const last = this.#samples.at(-1);
    return first !== undefined && last.event - first.event > last.wall - first.wall + 1000;
  }
}

/**
 * Says that event time is behind; nothing if it is not.
 * @param {number|null} behind ms
 * @param {boolean} catchingUp
 */
export function behindWords(behind, catchingUp) {
  if (behind === null || behind <= BEHIND_AFTER) {
    return '';
  }
  return `${roughly(behind)} behind${catchingUp ? ', catching up' : ''}`;
}
