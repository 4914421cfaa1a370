import { make, setAttribute, setText } from './dom.js';
import { counting, duration } from './time.js';

/**
 * What a deadline says now.
 * @param {number|null} deadline ms; null while the clock stands still
 * @param {number|null} now event time, ms
 * @param {boolean} overdue whether the breach has been judged; until then a page does not say so
 * @returns {{word: string, main: string, rest: string}}
 */
export function deadlineWords(deadline, now, overdue) {
  if (deadline === null || now === null) {
    return { word: overdue ? 'overdue' : 'paused', main: '', rest: '' };
  }
  if (overdue) {
    return { word: 'overdue', ...counting(now - deadline) };
  }
  return deadline <= now ? { word: 'due now', main: '', rest: '' } : { word: 'due in', ...counting(deadline - now) };
}

/** A caller who waits longer waits too long, ms: as the level of a tile and the alert CallerWaitingTooLong have it. */
const WAIT_TOO_LONG = 120_000;

/**
 * What the longest wait says now. Event time is that of the slowest stream, and may be before its start.
 * @param {number} since ms
 * @param {number|null} now event time, ms
 * @returns {{word: string, main: string, rest: string, long: boolean}}
 */
export function waitWords(since, now) {
  return now === null ? { word: 'waiting', main: '', rest: '', long: false } : { word: 'longest', ...counting(now - since), long: now - since > WAIT_TOO_LONG };
}

/**
 * How old something is now; it is known to the minute.
 * @param {number} born ms
 * @param {number|null} now event time, ms
 * @returns {{word: string, main: string, rest: string}}
 */
export function ageWords(born, now) {
  const minutes = now === null ? null : Math.floor((now - born) / 60_000);
  const main = minutes === null ? '–' : minutes < 1 ? 'under 1 min' : duration(minutes * 60_000);
  return { word: '', main, rest: '' };
}

/** The places of a page where time counts up or down; one call paints them all. */
export class CountUps {
  #places = new Map();
  #now;

  /** @param {() => number|null} now event time, ms */
  constructor(now) {
    this.#now = now;
  }

  /** Event time now, ms; null while unknown. */
  now() {
    return this.#now();
  }

  /** An element to count in. */
  static place(cls = '') {
    return make('span', { cls: `count ${cls}` }, make('span', { cls: 'count-word' }), make('span', { cls: 'count-main' }), make('span', { cls: 'count-rest' }));
  }

  /**
   * Counts from or to a deadline in this place.
   * @param {HTMLElement} place
   * @param {number|null} deadline ms
   * @param {boolean} overdue
   */
  set(place, deadline, overdue) {
    this.#places.set(place, { deadline, overdue });
    this.#paint(place, { deadline, overdue });
  }

  /**
   * Counts how long somebody waits, in this place.
   * @param {HTMLElement} place
   * @param {number} since ms
   */
  wait(place, since) {
    this.#places.set(place, { since });
    this.#paint(place, { since });
  }

  /**
   * Counts how old something is, in this place.
   * @param {HTMLElement} place
   * @param {number} born ms
   */
  age(place, born) {
    this.#places.set(place, { born });
    this.#paint(place, { born });
  }

  /**
   * Counts no more in this place.
   * @param {HTMLElement} place
   * @param {string} text what stands there instead
   */
  stop(place, text) {
    this.#places.delete(place);
    setAttribute(place, 'data-long', null);
    ['', text, ''].forEach((each, part) => setText(place.children[part], each));
  }

  /** Paints every place that is still in the document. */
  paint() {
    this.#places.forEach((what, place) => (place.isConnected ? this.#paint(place, what) : this.#places.delete(place)));
  }

  #paint(place, { deadline, overdue, since, born }) {
    const now = this.#now();
    const said = born !== undefined ? ageWords(born, now) : since === undefined ? deadlineWords(deadline, now, overdue) : waitWords(since, now);
    setAttribute(place, 'data-long', said.long ? '' : null);
    setText(place.children[0], said.main ? `${said.word} ` : said.word);
    setText(place.children[1], said.main);
    setText(place.children[2], said.rest ? ` ${said.rest}` : '');
  }
}
