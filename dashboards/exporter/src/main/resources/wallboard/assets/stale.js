import { byId, make, setText, show } from './dom.js';
import { freshness } from './freshness.js';
import { duration, localTime, utcTime } from './time.js';

const MEANS = {
  server: 'The job behind these figures has stopped, or nothing reaches it. Deadlines may have passed that nobody was told of.',
  connection: 'This page has lost its server and keeps trying. Deadlines may have passed that are not shown here.',
};
const WORKS =
  'Your ticket system is not touched by this. Work from its own queues for now; ticket and region pages show what was known. ' +
  'This goes away by itself as soon as data returns.';

/** Covers the page while its figures are too old to be believed. Goes by itself. */
export class Stale {
  #box = byId('stale');
  #alert = make('div', { role: 'alert', cls: 'stale-alert' });
  #age = make('p', { cls: 'stale-age' });
  #peek = make('button', { type: 'button', cls: 'stale-peek', text: 'Show what was last known' });
  #behind;
  #shown = '';
  #focused = null;

  /** @param {HTMLElement[]} behind what the overlay covers */
  constructor(behind) {
    this.#behind = behind;
    this.#box.replaceChildren(make('div', { cls: 'stale-text' }, this.#alert, this.#age, this.#peek));
    this.#peek.addEventListener('click', () => this.#step('aside'));
  }

  /**
   * Shows or takes away the overlay.
   * @param {import('./timebase.js').Timebase} timebase
   * @param {string} phase of the connection
   */
  check(timebase, phase) {
    const age = timebase.dataAge();
    if (freshness(age) !== 'stale') {
      this.#step('');
      return;
    }
    if (this.#shown === '') {
      this.#step('full');
    }
    this.#say(timebase.movedAt(), phase === 'lost' ? 'connection' : 'server');
    setText(this.#age, duration(age));
  }

  #say(since, reason) {
    const key = `${since} ${reason}`;
    if (this.#alert.dataset.key !== key) {
      this.#alert.dataset.key = key;
      const time = make('time', { text: localTime(since), title: utcTime(since), datetime: new Date(since).toISOString() });
      this.#alert.replaceChildren(
        make('p', { cls: 'stale-word', text: 'Stale' }),
        make('p', { cls: 'stale-since' }, 'No new data since ', time),
        make('p', { cls: 'stale-means', text: MEANS[reason] }),
        make('p', { cls: 'stale-works', text: WORKS }),
      );
    }
  }

  /** '' is away, 'full' covers all, 'aside' is a band on top after the viewer asked to see the old figures. */
  #step(next) {
    if (next === this.#shown) {
      return;
    }
    if (this.#shown === '') {
      this.#focused = document.activeElement;
    }
    this.#shown = next;
    show(this.#box, next !== '');
    this.#box.classList.toggle('is-aside', next === 'aside');
    document.body.classList.toggle('is-stale', next !== '');
    this.#behind.forEach((each) => (each.inert = next === 'full'));
    if (next === '') {
      this.#alert.replaceChildren();
      delete this.#alert.dataset.key;
    }
    if (next !== 'full' && this.#focused?.isConnected) {
      this.#focused.focus({ preventScroll: true });
    }
  }
}
