import { setAttribute, setText } from './dom.js';
import { placeIcon } from './icons.js';
import { duration, localTime, millis } from './time.js';
import { percent, whole } from './words.js';

/**
 * Since when a region is silent, short enough for a tile.
 * @param {{last_event: string}} feed
 * @param {number} [beside] instant whose day goes without saying, ms
 */
export function silentWords(feed, beside) {
  return `silent since ${localTime(millis(feed.last_event), beside).replace(/:\d\d$/, '')}`;
}

/**
 * How complete the last full hour was, in words; nothing where too few are usual to tell.
 * @param {{observed: number|null, expected: number|null, completeness: number|null}} feed
 */
export function completenessWords({ observed, expected, completeness }) {
  if (observed === null || expected === null) {
    return 'what is usual of its hours is not learnt yet';
  }
  const came = `${whole(observed)} events in the last full hour, usual are ${whole(expected)}`;
  return completeness === null ? came : `${came} (${percent(completeness)})`;
}

/**
 * What comes in of a region.
 * @param {object|null} feed
 * @param {number|null} now event time, ms
 * @returns {{level: string, title: string, text: string}}
 */
export function feedWords(feed, now) {
  if (feed === null) {
    return { level: 'quiet', title: 'No data', text: 'nothing was heard of this region yet' };
  }
  const last = millis(feed.last_event);
  const limit = feed.limit_seconds === null ? '' : `, up to ${duration(feed.limit_seconds * 1000)} without one is chance`;
  if (feed.silent) {
    const words = silentWords(feed, now ?? undefined);
    return { level: 'silent', title: words[0].toUpperCase() + words.slice(1), text: `no event of any ticket since${limit}: what is shown is old` };
  }
  return { level: 'ok', title: 'Data feed live', text: `last event ${localTime(last, now ?? undefined)}${limit}; ${completenessWords(feed)}` };
}

/**
 * Draws it in a line.
 * @param {HTMLElement} place with an icon, a title and a text
 * @param {object|null} feed
 * @param {number|null} now event time, ms
 */
export function drawFeed(place, feed, now) {
  const { level, title, text } = feedWords(feed, now);
  setAttribute(place, 'data-level', level);
  placeIcon(place.children[0], level);
  setText(place.children[1], title);
  setText(place.children[2], text);
}
