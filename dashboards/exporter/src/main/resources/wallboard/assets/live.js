import { begin, step } from './connection.js';
import { watchEachSecond } from './ticker.js';

/**
 * @typedef {object} LiveOptions
 * @property {string} stream address of the event stream
 * @property {string} snapshot address of the same as one answer
 * @property {string} event name of the events that carry data
 * @property {(data: object) => void} onData
 * @property {(state: {phase: string, heardAt: number|null}) => void} onState
 * @property {(refusal: {status: number, code: string, message: string}) => void} onRefused
 */

/** The one connection of a page. It never gives up and never needs a reload. */
export class Live {
  #options;
  #state = begin(performance.now());
  #source = null;

  /** @param {LiveOptions} options */
  constructor(options) {
    this.#options = options;
    watchEachSecond(() => this.#take('tick'));
    this.#open();
  }

  #open() {
    this.#source?.close();
    const source = new EventSource(this.#options.stream);
    this.#source = source;
    source.addEventListener(this.#options.event, (event) => this.#deliver(JSON.parse(event.data)));
    source.addEventListener('ping', () => this.#take('heard'));
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) {
        this.#ask();
      } else {
        this.#take('dropped');
      }
    });
  }

  #deliver(data) {
    this.#take('heard');
    this.#options.onData(data);
  }

  /** A stream that is refused does not say why; the single answer does, and may serve in its place. */
  async #ask() {
    this.#take('closed');
    try {
      const answer = await fetch(this.#options.snapshot, { cache: 'no-store' });
      const body = await answer.json();
      if (answer.ok) {
        this.#take('polled');
        this.#options.onData(body);
      } else {
        this.#take('unanswered');
        this.#options.onRefused({ status: answer.status, code: body?.error?.code ?? '', message: body?.error?.message ?? '' });
      }
    } catch {
      this.#take('unanswered');
    }
  }

  #take(type) {
    const before = this.#state.phase;
    const { state, reopen } = step(this.#state, { type, at: performance.now() });
    this.#state = state;
    if (state.phase !== before) {
      this.#options.onState(state);
    }
    if (reopen) {
      this.#open();
    }
  }
}
