import { millis } from './time.js';

/**
 * Shows how long somebody waits, counting; or what there is to say instead.
 * @param {HTMLElement} place made by CountUps.place
 * @param {string|null|undefined} since
 * @param {string} otherwise
 * @param {import('./countups.js').CountUps} countUps
 */
export function drawWait(place, since, otherwise, countUps) {
  const start = millis(since);
  if (start === null) {
    countUps.stop(place, otherwise);
  } else {
    countUps.wait(place, start);
  }
}
