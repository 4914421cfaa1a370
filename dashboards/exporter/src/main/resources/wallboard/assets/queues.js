import { CountUps } from './countups.js';
import { keyed, make, setAttribute, setText } from './dom.js';
import { drawShare, shareBar } from './share.js';
import { duration } from './time.js';
import { drawWait } from './wait.js';
import { percent, plainly, whole } from './words.js';

/**
 * A queue's service level as the reader wants it.
 * @param {object} queue of the API
 * @param {{definition: string, window: string}} choice
 * @returns {{ratio: number|null, settled: number, target: number|null}}
 */
export function serviceLevel(queue, { definition, window }) {
  const found = queue.service_levels.find((each) => each.definition === definition && each.window === window);
  return { ratio: found?.ratio ?? null, settled: found?.calls ?? 0, target: queue.target };
}

/**
 * A mean and what it is the mean of; nothing counted has none.
 * @param {number|null} seconds
 * @param {number} of
 * @returns {{value: string, of: string}}
 */
export function meanWords(seconds, of) {
  return seconds === null ? { value: '–', of: '' } : { value: duration(seconds * 1000), of: `of ${whole(of)}` };
}

/**
 * The agents of a region in a line, those in no state left out; nothing if none are known.
 * @param {{states: Record<string, number>, staffed: number, occupancy: number|null}|null} agents
 */
export function agentsWords(agents) {
  if (!agents) {
    return '';
  }
  const states = Object.entries(agents.states).filter(([state, number]) => number > 0 && state !== 'signed_out');
  const parts = states.map(([state, number]) => `${whole(number)} ${plainly(state)}`);
  const occupancy = agents.occupancy === null ? 'nobody staffed' : `occupancy now ${percent(agents.occupancy)} of ${whole(agents.staffed)} staffed`;
  return `Agents: ${[...parts, occupancy].join(' · ')}`;
}

/**
 * Draws the queues of a region, a row for each.
 * @param {HTMLTableElement} table
 * @param {object[]} queues of the API
 * @param {{definition: string, window: string}} choice
 * @param {CountUps} countUps
 */
export function drawQueues(table, queues, choice, countUps) {
  keyed(table.tBodies[0], queues, (each) => each.queue, row, (node, queue) => {
    const [name, waiting, wait, , abandons, answer, handle, callbacks] = node.cells;
    setText(name.lastChild, queue.threshold_seconds === null ? '' : `in time within ${duration(queue.threshold_seconds * 1000)}`);
    count(waiting, queue.waiting);
    count(callbacks, queue.callbacks_waiting);
    drawWait(wait.firstChild, queue.longest_wait_since, queue.waiting === 0 ? 'nobody waits' : '–', countUps);
    wait.classList.toggle('is-none', queue.longest_wait_since === null);
    drawShare(node.querySelector('.share'), serviceLevel(queue, choice));
    const abandoned = queue.abandon_rate === null ? { value: '–', of: '' } : { value: percent(queue.abandon_rate), of: `of ${whole(queue.abandon_calls)}` };
    figure(abandons, abandoned);
    figure(answer, meanWords(queue.asa_seconds, queue.asa_calls));
    figure(handle, meanWords(queue.aht_seconds, queue.aht_legs));
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

function row(queue) {
  const name = make('th', { scope: 'row' }, make('bdi', { text: queue.queue }), make('span', { cls: 'allowed' }));
  const withN = () => make('td', { cls: 'number' }, make('span'), make('span', { cls: 'allowed' }));
  const number = () => make('td', { cls: 'number' });
  const cells = [number(), make('td', { cls: 'number cell-wait' }, CountUps.place()), make('td', { cls: 'cell-share' }, shareBar()), withN(), withN(), withN(), number()];
  setAttribute(name, 'title', queue.queue);
  return make('tr', {}, name, ...cells);
}
