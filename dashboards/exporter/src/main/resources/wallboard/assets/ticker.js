/** One clock for everything on a page that counts. */

const watchers = new Set();
const painters = new Set();
let running = false;

/**
 * Calls back each second, also while the page is hidden.
 * @param {() => void} callback
 */
export function watchEachSecond(callback) {
  watchers.add(callback);
  start();
}

/**
 * Calls back each second in the frame that is painted next; not while the page is hidden.
 * @param {() => void} callback
 */
export function paintEachSecond(callback) {
  painters.add(callback);
  start();
}

/** Paints at once what counts, after new data. */
export function paintNow() {
  painters.forEach((each) => each());
}

function start() {
  if (!running) {
    running = true;
    setInterval(beat, 1000);
    document.addEventListener('visibilitychange', () => document.hidden || beat());
  }
}

function beat() {
  watchers.forEach((each) => each());
  requestAnimationFrame(paintNow);
}
