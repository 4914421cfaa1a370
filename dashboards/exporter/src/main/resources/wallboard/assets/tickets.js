import { CountUps } from './countups.js';
import { keyed, make, setAttribute, setText, show } from './dom.js';
import { placeIcon } from './icons.js';
import { millis } from './time.js';
import { regionPath } from './tile.js';
import { clockOf, isOfContact, plainly } from './words.js';

/**
 * Address of a ticket's page.
 * @param {string} ticket
 */
export function ticketPath(ticket) {
  return `/tickets/${encodeURIComponent(ticket)}`;
}

/** A table of tickets that are overdue or at risk, its rows kept while they stay on it. */
export class Tickets {
  #body;
  #empty;
  #countUps;

  /**
   * @param {HTMLTableElement} table with a head of these columns: ticket, region, priority, SLA, time, queue
   * @param {HTMLElement} empty shown instead of no rows
   * @param {CountUps} countUps
   */
  constructor(table, empty, countUps) {
    this.#body = table.tBodies[0];
    this.#empty = empty;
    this.#countUps = countUps;
  }

  /**
   * Shows the tickets.
   * @param {object[]} tickets TICKETs of the API, in order
   */
  show(tickets) {
    keyed(this.#body, tickets, (each) => each.ticket_id, row, (node, each) => this.#draw(node, each));
    show(this.#body.parentElement, tickets.length > 0);
    show(this.#empty, tickets.length === 0);
  }

  #draw(node, ticket) {
    const clock = ticket.clocks[0];
    const overdue = ticket.state === 'overdue';
    const [id, region, priority, sla, time, queue] = node.cells;
    const contact = isOfContact(ticket.clocks);
    setAttribute(node, 'data-of', contact ? 'contact' : 'ticket');
    setText(id.firstChild, contact ? 'contact ' : '');
    setAttribute(id, 'title', contact ? clockOf(ticket.ticket_id, clock.sla) : ticket.ticket_id);
    setAttribute(node, 'data-state', ticket.state);
    placeIcon(time.querySelector('.row-icon'), overdue ? 'critical' : 'warning');
    setAttribute(region.firstChild, 'href', ticket.region ? regionPath(ticket.region) : null);
    setText(region.firstChild, ticket.region ?? 'unknown');
    setText(priority, contact ? '–' : priorityWord(ticket.priority));
    setAttribute(priority, 'data-priority', ticket.priority);
    setText(sla, plainly(clock?.sla ?? null));
    setText(queue, ticket.queue ?? 'no queue');
    this.#countUps.set(time.querySelector('.count'), millis(clock?.deadline), overdue);
  }
}

/**
 * A priority as it is set in tables.
 * @param {string} priority
 */
export function priorityWord(priority) {
  return /^p\d$/.test(priority) ? priority.toUpperCase() : 'P?';
}

function row(ticket) {
  const id = make('a', { href: ticketPath(ticket.ticket_id), text: ticket.ticket_id, dir: 'auto' });
  const icon = make('span', { cls: 'row-icon' });
  return make(
    'tr',
    { role: 'row' },
    make('th', { scope: 'row', role: 'rowheader', cls: 'cell-id' }, make('span', { cls: 'cell-kind' }), id),
    make('td', { role: 'cell', cls: 'cell-region' }, make('a', { dir: 'auto' })),
    make('td', { role: 'cell', cls: 'cell-priority' }),
    make('td', { role: 'cell', cls: 'cell-sla' }),
    make('td', { role: 'cell', cls: 'cell-time' }, icon, CountUps.place()),
    make('td', { role: 'cell', cls: 'cell-queue', dir: 'auto' }),
  );
}
