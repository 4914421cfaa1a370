import { Choice } from './choice.js';
import { byId, keyed, make, setText, show } from './dom.js';
import { drawWindows, promisesIn } from './windows.js';
import { plainly } from './words.js';

/** The section of a region's windows, with the promise that the reader wants to see kept. */
export class WindowBoard {
  #select = /** @type {HTMLSelectElement} */ (byId('window-sla'));
  #choice = null;
  #draw = () => {};

  /**
   * Shows what a region says of its windows.
   * @param {{windows: object[], clocks: object[]}} region
   * @param {number|null} now event time, ms
   */
  show({ windows, clocks }, now) {
    const promises = promisesIn(windows);
    show(byId('windows-panel'), windows.length > 0);
    show(byId('windows-none'), windows.length === 0);
    show(byId('windows-choice'), promises.length > 0);
    keyed(this.#select, promises, (each) => each, (each) => make('option', { value: each, text: plainly(each) }), () => {});
    if (promises.length > 0 && this.#choice === null) {
      this.#choice = new Choice(this.#select, 'aftercare-window-sla', () => this.#draw());
    }
    this.#draw = () => {
      const sla = this.#choice?.value ?? '';
      const target = clocks.find((each) => each.sla === sla)?.target ?? null;
      setText(byId('windows-kept'), sla ? `Kept: ${plainly(sla)}` : 'Kept');
      drawWindows(/** @type {HTMLTableElement} */ (byId('windows-table')), windows, { sla, target, now });
    };
    this.#draw();
  }
}
