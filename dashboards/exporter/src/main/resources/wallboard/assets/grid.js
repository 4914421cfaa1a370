/** Shape of a tile that reads best: width / height. */
const BEST_SHAPE = 1.78;

/**
 * Columns in which so many tiles fill a space best: those in which the largest picture of the best shape fits into a tile.
 * @param {number} tiles
 * @param {number} width px
 * @param {number} height px
 * @returns {number} at least 1
 */
export function columnsFor(tiles, width, height) {
  let best = { columns: 1, size: 0 };
  for (let columns = 1; columns <= Math.max(1, tiles); columns++) {
    const rows = Math.ceil(tiles / columns);
    const size = Math.min(width / columns / BEST_SHAPE, height / rows);
    if (size > best.size) {
      best = { columns, size };
    }
  }
  return best.columns;
}
