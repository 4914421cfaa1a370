import { byId, make, setAttribute, setText, show } from './dom.js';
import { placeIcon } from './icons.js';
import { behindWords, freshness, Pace } from './freshness.js';
import { Stale } from './stale.js';
import { themeButton } from './theme.js';
import { paintEachSecond, watchEachSecond } from './ticker.js';
import { Timebase } from './timebase.js';
import { duration, localTime, utcTime } from './time.js';

const PHASES = {
  connecting: ['quiet', 'Connecting'],
  live: ['ok', 'Live'],
  polling: ['ok', 'Live, every few seconds'],
  lost: ['critical', 'Connection lost, trying again'],
};

/** What all pages have around their content: connection, age of the data, event time, STALE, notices, theme. */
export class Frame {
  timebase = new Timebase();
  #phase = 'connecting';
  #pace = new Pace();
  #catchingUp = false;
  #stale = new Stale([byId('top'), byId('main')]);

  constructor() {
    themeButton(/** @type {HTMLButtonElement} */ (byId('theme')));
    this.connection('connecting');
    paintEachSecond(() => this.#paint());
    watchEachSecond(() => this.#stale.check(this.timebase, this.#phase));
  }

  /**
   * Takes the times of a message, and takes the notice away: there is something to show.
   * @param {object} message
   */
  take(message) {
    this.timebase.take(message);
    this.#pace.note(this.timebase.wallNow(), this.timebase.eventNow());
    this.#catchingUp = message.catching_up === true || this.#pace.gains();
    const waiting = message.event_time === null;
    this.notice(waiting ? 'Nothing to show yet' : '', waiting ? 'No event has been read so far. The page fills by itself as soon as one is.' : '');
    document.body.classList.add('has-data');
    this.#stale.check(this.timebase, this.#phase);
    this.#paint();
  }

  /**
   * Shows the state of the connection.
   * @param {string} phase
   */
  connection(phase) {
    this.#phase = phase;
    const [level, words] = PHASES[phase];
    document.body.dataset.phase = phase;
    placeIcon(byId('connection-icon'), level);
    setText(byId('connection-words'), words);
  }

  /**
   * Says why there is nothing to show; nothing if there is.
   * @param {string} title
   * @param {string} text
   */
  notice(title, text) {
    const box = byId('notice');
    show(box, title !== '');
    setText(box.querySelector('h2'), title);
    setText(box.querySelector('p'), text);
    document.body.classList.toggle('has-notice', title !== '');
  }

  #paint() {
    const age = this.timebase.dataAge();
    const event = this.timebase.eventNow();
    const wall = this.timebase.wallNow();
    setText(byId('age'), age === null ? '–' : duration(age));
    setAttribute(byId('age'), 'data-freshness', freshness(age));
    setText(byId('behind'), behindWords(this.timebase.behind(), this.#catchingUp));
    if (event !== null) {
      setText(byId('event-time'), localTime(event, wall ?? event));
      setAttribute(byId('event-time'), 'title', utcTime(event));
      setAttribute(byId('event-time'), 'datetime', new Date(event).toISOString());
    }
  }
}

/**
 * An instant in the viewer's zone, with UTC as its title.
 * @param {number|null} at ms
 * @param {number} [beside] instant whose day goes without saying
 */
export function timeElement(at, beside) {
  if (at === null) {
    return make('span', { text: '–' });
  }
  return make('time', { text: localTime(at, beside), title: utcTime(at), datetime: new Date(at).toISOString() });
}
