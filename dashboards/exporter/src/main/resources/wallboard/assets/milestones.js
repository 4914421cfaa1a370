import { keyed, make } from './dom.js';
import { timeElement } from './frame.js';
import { duration, millis } from './time.js';
import { plainly } from './words.js';

/**
 * When the ticket was created, ms; null if that is not known.
 * @param {{kind: string, at: string}[]} milestones
 */
export function createdAt(milestones) {
  return millis(milestones.find((each) => each.kind === 'created')?.at);
}

/**
 * How long after its beginning a step was taken. A call may be answered before anybody has made a ticket of it.
 * @param {{kind: string, at: string, elapsed_ms: number}} step
 * @param {number|null} created ms
 */
export function afterWords(step, created) {
  const after = step.elapsed_ms > 0 ? `after ${duration(step.elapsed_ms)}` : '';
  const early = created !== null && millis(step.at) < created ? 'before the ticket was created' : '';
  return [after, early].filter(Boolean).join(', ');
}

/**
 * Draws the steps of a ticket's life.
 * @param {HTMLElement} list
 * @param {object[]} milestones of the ticket's page
 * @param {number|null} now event time, ms
 */
export function drawMilestones(list, milestones, now) {
  const created = createdAt(milestones);
  const key = (each) => `${each.kind} ${each.number} ${each.at} ${created}`;
  keyed(list, milestones, key, (each) => milestone(each, created, now), () => {});
}

function milestone(each, created, now) {
  const number = each.number > 1 ? ` (${each.number})` : '';
  const place = each.region ? make('bdi', { text: `, ${each.region}` }) : '';
  const words = afterWords(each, created);
  const after = words ? make('span', { cls: 'after', text: words }) : '';
  return make('li', {}, timeElement(millis(each.at), now ?? undefined), make('span', {}, `${plainly(each.kind)}${number}`, place), after);
}
