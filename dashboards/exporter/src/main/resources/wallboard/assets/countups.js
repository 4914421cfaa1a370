import { make, setText } from './dom.js';
import { counting } from './time.js';

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

/** The places of a page where time counts up or down; one call paints them all. */
export class CountUps {
  #places = new Map();
  #now;

  /** @param {() => number|null} now event time, ms */
  constructor(now) {
    this.#now = now;
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
   * Counts no more in this place.
   * @param {HTMLElement} place
   * @param {string} text what stands there instead
   */
  stop(place, text) {
    this.#places.delete(place);
    ['', text, ''].forEach((each, part) => setText(place.children[part], each));
  }

  /** Paints every place that is still in the document. */
  paint() {
    this.#places.forEach((what, place) => (place.isConnected ? this.#paint(place, what) : this.#places.delete(place)));
  }

  #paint(place, { deadline, overdue }) {
    const said = deadlineWords(deadline, this.#now(), overdue);
    setText(place.children[0], said.main ? `${said.word} ` : said.word);
    setText(place.children[1], said.main);
    setText(place.children[2], said.rest ? ` ${said.rest}` : '');
  }
}
