import { setText, show } from './dom.js';
import { counted, whole } from './words.js';

const PAGE = 50;
const REFRESH_MS = 5000;

/**
 * The tickets of a region beyond those that every message brings: fetched by pages when asked for, and then kept fresh.
 */
export class MoreTickets {
  #button;
  #count;
  #region;
  #onTickets;
  #pages = 0;
  #total = 0;
  #refreshed = -Infinity;
  #busy = false;

  /**
   * @param {HTMLElement} button
   * @param {HTMLElement} count
   * @param {string} region
   * @param {(tickets: object[]) => void} onTickets
   */
  constructor(button, count, region, onTickets) {
    this.#button = button;
    this.#count = count;
    this.#region = region;
    this.#onTickets = onTickets;
    button.addEventListener('click', () => {
      this.#pages++;
      this.#fetch();
    });
  }

  /**
   * Takes what a message brings.
   * @param {object[]} first the worst
   * @param {number} total
   */
  take(first, total) {
    this.#total = total;
    if (this.#pages === 0) {
      this.#show(first);
    } else if (performance.now() - this.#refreshed > REFRESH_MS) {
      this.#fetch();
    }
  }

  async #fetch() {
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    try {
      this.#show(await this.#read());
      this.#refreshed = performance.now();
    } catch {
      setText(this.#count, 'The rest cannot be read at the moment; the next message tries again.');
    } finally {
      this.#busy = false;
    }
  }

  async #read() {
    const tickets = [];
    let cursor = '';
    for (let page = 0; page < this.#pages && cursor !== null; page++) {
      const query = new URLSearchParams({ region: this.#region, limit: String(PAGE), ...(cursor && { cursor }) });
      const answer = await fetch(`/api/v1/tickets?${query}`, { cache: 'no-store' });
      if (!answer.ok) {
        throw new Error(`status ${answer.status}`);
      }
      const body = await answer.json();
      tickets.push(...body.tickets);
      this.#total = body.total;
      cursor = body.next_cursor;
    }
    // Between two pages the order may change: a ticket seen twice is shown once.
    return [...new Map(tickets.map((each) => [each.ticket_id, each])).values()];
  }

  #show(tickets) {
    this.#onTickets(tickets);
    const left = this.#total - tickets.length;
    setText(this.#count, tickets.length === 0 ? '' : left > 0 ? `${whole(tickets.length)} of ${counted(this.#total, 'ticket')}` : counted(tickets.length, 'ticket'));
    const focused = document.activeElement === this.#button;
    show(this.#button, left > 0);
    if (focused && left <= 0) {
      this.#count.focus();
    }
  }
}
