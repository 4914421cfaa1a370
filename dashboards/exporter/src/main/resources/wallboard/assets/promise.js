import { CountUps } from './countups.js';
import { keyed, make, setAttribute, setText } from './dom.js';
import { timeElement } from './frame.js';
import { placeIcon } from './icons.js';
import { isOpen } from './stretches.js';
import { millis } from './time.js';
import { plainly, policyName } from './words.js';

/**
 * The promises that are open on a ticket, worst first: overdue longest, then due first, then standing still.
 * @param {object[]} clocks of the ticket's page
 */
export function openPromises(clocks) {
  const rank = (clock) => (clock.verdict === 'breached' ? 0 : clock.verdict === 'running' ? 1 : 2);
  return clocks
    .filter((clock) => clock.slot === 'active' && isOpen(clock))
    .sort((one, other) => rank(one) - rank(other) || (millis(one.deadline) ?? 0) - (millis(other.deadline) ?? 0));
}

/**
 * Draws them: what, by when, by which policy, and how long still or how long over.
 * @param {HTMLElement} list
 * @param {object[]} clocks of the ticket's page
 * @param {number|null} now event time, ms
 * @param {CountUps} countUps
 */
export function drawPromises(list, clocks, now, countUps) {
  keyed(list, openPromises(clocks), (each) => each.clock_id, box, (node, clock) => {
    const overdue = clock.verdict === 'breached';
    const warned = (clock.warnings ?? []).length > 0;
    const level = overdue ? 'critical' : clock.verdict === 'paused' ? 'quiet' : warned ? 'warning' : 'ok';
    setAttribute(node, 'data-level', level);
    placeIcon(node.querySelector('.promise-icon'), level);
    const deadline = millis(clock.deadline) ?? (overdue ? millis(clock.settled_at) : null);
    countUps.set(node.querySelector('.count'), deadline, overdue);
    drawTerms(node.querySelector('.promise-terms'), clock, deadline, now);
  });
}

function box(clock) {
  const name = `${plainly(clock.sla)}${clock.cycle > 1 ? `, run ${clock.cycle}` : ''}`;
  const head = make('div', { cls: 'promise-head' }, make('span', { cls: 'promise-icon' }), make('h3', { text: name }));
  return make('li', { cls: 'panel promise' }, head, make('p', { cls: 'promise-count' }, CountUps.place()), make('p', { cls: 'promise-terms' }));
}

function drawTerms(place, clock, deadline, now) {
  const key = `${deadline} ${clock.policy} ${clock.policy_version}`;
  if (place.dataset.key !== key) {
    place.dataset.key = key;
    const policy = `by ${policyName(clock.policy, clock.policy_version)}`;
    place.replaceChildren(...(deadline === null ? [] : ['promised for ', timeElement(deadline, now ?? undefined), ', ']), policy);
  }
}
