import { keyed, make, setAttribute, setText } from './dom.js';
import { duration } from './time.js';
import { plainly, whole } from './words.js';

const WAITING = 'waiting_';

/**
 * A stage as it is called: those that wait say for whom.
 * @param {string} stage
 */
export function stageWord(stage) {
  return stage.startsWith(WAITING) ? `waiting for ${plainly(stage.slice(WAITING.length))}` : plainly(stage);
}

/**
 * How many times the usual a stay is; below one it is quicker.
 * @param {number|null} excess
 */
export function timesWords(excess) {
  return excess === null ? '–' : `${excess < 10 ? excess.toFixed(1) : whole(excess)} ×`;
}

/**
 * Where a region's tickets pile up, in a line.
 * @param {{span_seconds: number|null, rows: object[]}} stages
 */
export function bottleneckWords({ span_seconds: span, rows }) {
  const found = rows.find((each) => each.bottleneck);
  if (found) {
    return `Bottleneck: ${stageWord(found.stage)}, ${timesWords(found.excess)} its usual time`;
  }
  return span === null ? 'Bottleneck: not known in the first ten minutes' : 'No bottleneck';
}

/**
 * Over which time those that left are counted; nothing while that is too short.
 * @param {number|null} span s
 */
export function spanWords(span) {
  return span === null ? '' : `Left: in the last ${duration(span * 1000)} of event time.`;
}

/**
 * Draws the stages, a row for each, and marks the bottleneck.
 * @param {HTMLTableElement} table
 * @param {{rows: object[]}} stages
 */
export function drawStages(table, { rows }) {
  keyed(table.tBodies[0], rows, (each) => each.stage, row, (node, each) => {
    const [name, tickets, mean, left, now, excess] = node.cells;
    setAttribute(node, 'data-bottleneck', each.bottleneck ? '' : null);
    setText(name.lastChild, each.bottleneck ? '▲ bottleneck' : '');
    setText(tickets, whole(each.tickets));
    tickets.classList.toggle('is-none', each.tickets === 0);
    setText(mean.firstChild, each.mean_seconds === null ? '–' : duration(each.mean_seconds * 1000));
    setText(mean.lastChild, each.mean_seconds === null ? '' : `of ${whole(each.stays)}`);
    setText(left, each.left === null ? '–' : whole(each.left));
    setText(now, each.wait_seconds === null || each.tickets === 0 ? '–' : duration(each.wait_seconds * 1000));
    setText(excess, each.tickets === 0 ? '–' : timesWords(each.excess));
  });
}

function row(stage) {
  const number = () => make('td', { cls: 'number' });
  const name = make('th', { scope: 'row' }, make('span', { text: stageWord(stage.stage) }), make('span', { cls: 'allowed bottleneck' }));
  const mean = make('td', { cls: 'number' }, make('span'), make('span', { cls: 'allowed' }));
  return make('tr', { 'data-waiting': stage.stage.startsWith(WAITING) ? '' : undefined }, name, number(), mean, number(), number(), number());
}
