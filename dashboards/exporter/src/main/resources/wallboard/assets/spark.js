import { setAttribute } from './dom.js';
import { svg } from './icons.js';
import { millis } from './time.js';
import { counted, whole } from './words.js';

/** The line is at least so wide, ms: in the first minutes it shows that there is not much to show. */
const LEAST = 600_000;
const [WIDTH, HEIGHT, MARGIN] = [100, 30, 3];

/**
 * The line through a history: x by time, up to now at the right; y from the lowest to the highest, at least 4 apart.
 * @param {{at: string, tickets: number}[]} history oldest first
 * @returns {string} path data, empty for fewer than two points
 */
export function sparkPath(history) {
  if (history.length < 2) {
    return '';
  }
  const end = millis(history.at(-1).at);
  const width = Math.max(LEAST, end - millis(history[0].at));
  const values = history.map((each) => each.tickets);
  const low = Math.min(...values);
  const span = Math.max(4, Math.max(...values) - low);
  const floor = low - Math.max(0, span - (Math.max(...values) - low)) / 2;
  const points = history.map((each) => [
    WIDTH * (1 - (end - millis(each.at)) / width),
    HEIGHT - MARGIN - ((each.tickets - floor) / span) * (HEIGHT - 2 * MARGIN),
  ]);
  return points.map(([x, y], place) => `${place ? 'L' : 'M'}${x.toFixed(2)} ${y.toFixed(2)}`).join('');
}

/**
 * The history in words, for who does not see the line.
 * @param {{at: string, tickets: number}[]} history
 */
export function sparkWords(history) {
  if (history.length < 2) {
    return 'no history yet';
  }
  const minutes = Math.round((millis(history.at(-1).at) - millis(history[0].at)) / 60_000);
  const values = history.map((each) => each.tickets);
  const [first, last] = [values[0], values.at(-1)];
  const change = last === first ? 'unchanged' : `${last > first ? 'up' : 'down'} from ${whole(first)}`;
  return `${change} in ${counted(minutes, 'minute')}, lowest ${whole(Math.min(...values))}, highest ${whole(Math.max(...values))}`;
}

/** A place for the line. */
export function sparkline() {
  const options = { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', class: 'spark', role: 'img' };
  return svg('svg', options, svg('path', { class: 'spark-base', d: `M0 ${HEIGHT}H${WIDTH}` }), svg('path', { class: 'spark-area' }), svg('path', { class: 'spark-line' }));
}

/**
 * Draws a history.
 * @param {SVGElement} place
 * @param {{at: string, tickets: number}[]} history
 */
export function drawSpark(place, history) {
  const line = sparkPath(history);
  const start = line.slice(1).split(' ')[0];
  setAttribute(place.children[2], 'd', line);
  setAttribute(place.children[1], 'd', line && `${line}L${WIDTH} ${HEIGHT}L${start} ${HEIGHT}Z`);
  setAttribute(place, 'aria-label', `Backlog ${sparkWords(history)}`);
}
