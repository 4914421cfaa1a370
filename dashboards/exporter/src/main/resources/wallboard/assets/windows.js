import { keyed, make, setText } from './dom.js';
import { drawShare, shareBar } from './share.js';
import { duration, localTime, millis } from './time.js';
import { intervalWords, whole } from './words.js';

const NAMES = { '5m': 'Now, 5 min', '1h': 'Last hour', '24h': 'Last 24 h', today: 'Today' };

/**
 * The promises that any of the windows tells of, first response first.
 * @param {object[]} windows of the region
 * @returns {string[]}
 */
export function promisesIn(windows) {
  const names = [...new Set(windows.flatMap((each) => each.slas.map((sla) => sla.sla)))];
  const later = (name) => Number(name !== 'first_response');
  return names.sort((one, other) => later(one) - later(other) || one.localeCompare(other));
}

/**
 * How a promise was kept in a window.
 * @param {object} window of the API
 * @param {string} sla
 * @param {number|null} target
 */
export function kept(window, sla, target) {
  const found = window.slas.find((each) => each.sla === sla);
  const share = { ratio: found?.ratio ?? null, settled: found?.settled ?? 0, target };
  return { share, interval: intervalWords(found?.low ?? null, found?.high ?? null) };
}

/**
 * A time that so many stayed within, and how many there were; of nobody there is none.
 * @param {{count: number, p50_seconds: number|null, p90_seconds: number|null}} times
 * @param {'p50_seconds'|'p90_seconds'} which
 */
export function timeWords(times, which) {
  const seconds = times[which];
  return seconds === null ? { value: '–', of: '' } : { value: duration(seconds * 1000), of: `of ${whole(times.count)}` };
}

/**
 * Until when a window goes, and whether that may still change.
 * @param {object} window of the API
 * @param {number} [beside] instant whose day goes without saying, ms
 */
export function endWords({ end, provisional, corrected }, beside) {
  const words = provisional ? 'provisional' : 'final';
  return { state: corrected ? `${words}, corrected` : words, until: `until ${localTime(millis(end), beside).replace(/:\d\d$/, '')}` };
}

/**
 * Draws the windows of a region, a row for each.
 * @param {HTMLTableElement} table
 * @param {object[]} windows of the API
 * @param {{sla: string, target: number|null, now: number|null}} with_
 */
export function drawWindows(table, windows, { sla, target, now }) {
  keyed(table.tBodies[0], windows, (each) => each.window, row, (node, each) => {
    const [name, created, resolved, median, most, , state] = node.cells;
    const { state: standing, until } = endWords(each, now ?? undefined);
    setText(name.lastChild, until);
    count(created, each.created);
    count(resolved, each.resolved);
    figure(median, timeWords(each.first_response, 'p50_seconds'));
    figure(most, timeWords(each.first_response, 'p90_seconds'));
    const { share, interval } = kept(each, sla, target);
    drawShare(node.querySelector('.share'), share);
    setText(node.querySelector('.interval'), interval);
    setText(state, standing);
  });
}

function count(cell, number) {
  setText(cell, whole(number));
  cell.classList.toggle('is-none', number === 0);
}

function figure(cell, { value, of }) {
  setText(cell.firstChild, value);
  setText(cell.lastChild, of);
  cell.classList.toggle('is-none', of === '');
}

function row(window) {
  const number = () => make('td', { cls: 'number' });
  const withN = () => make('td', { cls: 'number' }, make('span'), make('span', { cls: 'allowed' }));
  const name = make('th', { scope: 'row' }, make('span', { text: NAMES[window.window] ?? window.window }), make('span', { cls: 'allowed' }));
  const share = make('td', { cls: 'cell-share' }, shareBar(), make('span', { cls: 'allowed interval' }));
  return make('tr', {}, name, number(), number(), withN(), withN(), share, make('td', { cls: 'cell-state' }));
}
