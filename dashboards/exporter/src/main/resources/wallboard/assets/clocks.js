import { keyed, make, setText } from './dom.js';
import { drawShare, shareBar } from './share.js';
import { duration } from './time.js';
import { plainly, whole } from './words.js';

/**
 * Targets by priority in words; one word if all are the same.
 * @param {Record<string, number>} targets seconds by priority
 */
export function targetWords(targets) {
  const entries = Object.entries(targets ?? {}).sort(([one], [other]) => one.localeCompare(other));
  if (entries.length === 0) {
    return 'as the policy or the event says';
  }
  const spans = entries.map(([priority, seconds]) => [priority.toUpperCase(), duration(seconds * 1000)]);
  const same = spans.every(([, span]) => span === spans[0][1]);
  return same ? spans[0][1] : spans.map(([priority, span]) => `${priority} ${span}`.replaceAll(' ', '\u00a0')).join(' · ');
}

/**
 * Draws a region's clocks, a row per SLA.
 * @param {HTMLTableElement} table
 * @param {object[]} clocks of the region, as the API says them
 */
export function drawClocks(table, clocks) {
  keyed(table.tBodies[0], clocks, (each) => each.sla, row, (node, each) => {
    const numbers = [each.running, each.paused, each.overdue, each.at_risk_70, each.at_risk_90, each.met, each.breached];
    numbers.forEach((number, place) => {
      const cell = node.cells[place + 1];
      setText(cell, whole(number));
      cell.classList.toggle('is-none', number === 0);
    });
    node.cells[3].classList.toggle('is-bad', each.overdue > 0);
    drawShare(node.querySelector('.share'), { ratio: each.ratio, settled: each.met + each.breached, target: each.target });
    setText(node.querySelector('.allowed'), targetWords(each.targets_seconds));
  });
}

function row(clock) {
  const cells = Array.from({ length: 7 }, () => make('td', { cls: 'number' }));
  const name = make('th', { scope: 'row' }, make('span', { text: plainly(clock.sla) }), make('span', { cls: 'allowed' }));
  return make('tr', {}, name, ...cells, make('td', { cls: 'cell-share' }, shareBar()));
}
