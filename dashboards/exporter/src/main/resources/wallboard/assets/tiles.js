import { keyed } from './dom.js';
import { flip } from './flip.js';
import { columnsFor } from './grid.js';
import { drawTile, tile } from './tile.js';

/** The tiles of all regions, in the order of the message: worst first. */
export class Tiles {
  #list;
  #countUps;

  /**
   * @param {HTMLElement} list
   * @param {import('./countups.js').CountUps} countUps
   */
  constructor(list, countUps) {
    this.#list = list;
    this.#countUps = countUps;
    new ResizeObserver(() => this.#arrange()).observe(list.parentElement);
  }

  /**
   * Shows the regions.
   * @param {object[]} regions TILEs of the API, in order
   */
  show(regions) {
    // To measure where tiles are is the dearest part: only when one moves.
    if (this.#isInOrder(regions)) {
      this.#update(regions);
    } else {
      flip(this.#list, () => {
        this.#update(regions);
        this.#arrange();
      });
    }
  }

  #isInOrder(regions) {
    const shown = this.#list.children;
    return shown.length === regions.length && regions.every((each, place) => shown[place].dataset.key === each.region);
  }

  #update(regions) {
    this.#list.classList.toggle('has-calls', regions.some((each) => each.calls !== null));
    keyed(
      this.#list,
      regions,
      (each) => each.region,
      (each) => tile(each.region),
      (node, each) => drawTile(node, each, this.#countUps),
    );
  }

  #arrange() {
    const { width, height } = this.#list.getBoundingClientRect();
    this.#list.style.setProperty('--columns', columnsFor(this.#list.children.length, width, height));
  }
}

/**
 * How many regions are in trouble: critical or with a warning.
 * @param {object[]} regions
 */
export function inTrouble(regions) {
  return regions.filter((each) => each.level === 'critical' || each.level === 'warning').length;
}
