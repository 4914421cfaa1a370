import { millis } from './time.js';

/**
 * What time it is, by the last message: the server's wall clock, the event time, the age of the data; each plus the time
 * that has passed here since it came. The viewer's own clock is never compared with the server's.
 */
export class Timebase {
  #monotonic;
  #calendar;
  #generated = null;
  #event = null;
  #moved = null;
  #generatedCame = { monotonic: 0, calendar: 0 };
  #eventCame = { monotonic: 0, calendar: 0 };

  /**
   * @param {() => number} [monotonic] ms, never set back
   * @param {() => number} [calendar] ms since 1970
   */
  constructor(monotonic = () => performance.now(), calendar = () => Date.now()) {
    this.#monotonic = monotonic;
    this.#calendar = calendar;
  }

  /**
   * Takes the times of a message. An event time that is still the one of the message before goes on from there: nothing that
   * counts ever jumps back.
   * @param {{generated_at: string, event_time: string|null, moved_at: string|null}} message
   */
  take(message) {
    const now = { monotonic: this.#monotonic(), calendar: this.#calendar() };
    const event = millis(message.event_time);
    if (event !== this.#event) {
      this.#event = event;
      this.#eventCame = now;
    }
    this.#generated = millis(message.generated_at);
    this.#generatedCame = now;
    this.#moved = millis(message.moved_at);
  }

  /** ms since an instant; the longer of two clocks, as the monotonic one may stand still while a machine sleeps. */
  #since(came) {
    return Math.max(0, this.#monotonic() - came.monotonic, this.#calendar() - came.calendar);
  }

  /** The server's wall clock now, or null before the first message. */
  wallNow() {
    return this.#generated === null ? null : this.#generated + this.#since(this.#generatedCame);
  }

  /** Event time now, or null while none is known. */
  eventNow() {
    return this.#event === null ? null : this.#event + this.#since(this.#eventCame);
  }

  /** How far event time was behind the wall clock when the last message came, ms; null while unknown. */
  behind() {
    return this.#event === null || this.#generated === null ? null : this.#generated - this.#event;
  }

  /** When event time last moved, by the server; null if never. */
  movedAt() {
    return this.#moved;
  }

  /** ms since event time last moved; null if it never did. */
  dataAge() {
    const now = this.wallNow();
    return now === null || this.#moved === null ? null : Math.max(0, now - this.#moved);
  }
}
