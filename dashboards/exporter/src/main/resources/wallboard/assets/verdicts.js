import { keyed, make, setAttribute, setText } from './dom.js';
import { timeElement } from './frame.js';
import { placeIcon } from './icons.js';
import { priorityWord, ticketPath } from './tickets.js';
import { duration, millis } from './time.js';
import { isOfContact, plainly, policyName } from './words.js';

const ICONS = { met: 'ok', breached: 'critical', cancelled: 'quiet' };

/**
 * Draws the last verdicts, newest first.
 * @param {HTMLTableElement} table
 * @param {object[]} verdicts VERDICTs of the API
 * @param {number|null} now event time, ms
 */
export function drawVerdicts(table, verdicts, now) {
  const key = (each) => `${each.ticket_id} ${each.sla} ${each.settled_at} ${each.verdict}`;
  keyed(table.tBodies[0], verdicts, key, (each) => row(each, now), (node, each) => {
    setText(node.querySelector('.verdict-word'), each.corrected ? `${each.verdict}, corrected` : each.verdict);
  });
}

function row(verdict, now) {
  const contact = isOfContact([verdict]);
  const settled = millis(verdict.settled_at);
  const icon = make('span', { cls: 'row-icon' });
  placeIcon(icon, ICONS[verdict.verdict] ?? 'warning');
  const cell = make('td', { cls: 'verdict' }, icon, make('span', { cls: 'verdict-word' }));
  setAttribute(cell, 'data-verdict', verdict.verdict);
  return make(
    'tr',
    {},
    make('td', {}, timeElement(settled, now ?? undefined)),
    make('th', { scope: 'row', cls: 'cell-id' }, make('span', { cls: 'cell-kind', text: contact ? 'contact ' : '' }), make('a', { href: ticketPath(verdict.ticket_id), text: verdict.ticket_id, dir: 'auto' })),
    make('td', { cls: 'cell-priority', text: contact ? '–' : priorityWord(verdict.priority) }),
    make('td', { text: plainly(verdict.sla) }),
    cell,
    make('td', { text: spare(millis(verdict.deadline), settled, verdict.verdict) }),
    make('td', { text: policyName(verdict.policy, verdict.policy_version) }),
  );
}

function spare(deadline, settled, verdict) {
  return verdict === 'met' && deadline !== null ? `${duration(deadline - settled)} to spare` : '';
}
