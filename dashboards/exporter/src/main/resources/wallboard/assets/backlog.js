import { keyed, make, setAttribute, setText } from './dom.js';
import { priorityWord } from './tickets.js';
import { plainly, whole } from './words.js';

/**
 * The backlog as a table: a row per priority, a column per state that occurs, and the sums.
 * @param {{priority: string, state: string, tickets: number}[]} backlog
 * @returns {{states: string[], rows: {priority: string, cells: number[], sum: number}[], sums: number[], total: number}}
 */
export function crossed(backlog) {
  const some = backlog.filter((each) => each.tickets > 0);
  const states = [...new Set(some.map((each) => each.state))];
  const priorities = [...new Set(some.map((each) => each.priority))].sort(byPriority);
  const of = (priority, state) =>
    some.filter((each) => each.priority === priority && each.state === state).reduce((sum, each) => sum + each.tickets, 0);
  const rows = priorities.map((priority) => {
    const cells = states.map((state) => of(priority, state));
    return { priority, cells, sum: add(cells) };
  });
  const sums = states.map((_, column) => add(rows.map((each) => each.cells[column])));
  return { states, rows, sums, total: add(sums) };
}

const add = (numbers) => numbers.reduce((sum, each) => sum + each, 0);
const byPriority = (one, other) => Number(one === 'unknown') - Number(other === 'unknown') || one.localeCompare(other);

/**
 * Draws the table, each row with a bar of its states.
 * @param {HTMLTableElement} table
 * @param {{priority: string, state: string, tickets: number}[]} backlog
 */
export function drawBacklog(table, backlog) {
  const { states, rows, sums, total } = crossed(backlog);
  const longest = Math.max(1, ...rows.map((each) => each.sum));
  const heads = [{ key: 'Priority' }, { key: 'Open', cls: 'number' }, { key: 'By state', cls: 'bar-head' }, ...states.map((key, state) => ({ key, cls: 'number', state }))];
  keyed(table.tHead.rows[0], heads, (each) => each.key, () => make('th', { scope: 'col' }, make('span', { cls: 'swatch' }), make('span')), drawHead);
  keyed(table.tBodies[0], rows, (each) => each.priority, () => make('tr', {}, make('th', { scope: 'row' })), (row, each) => {
    setText(row.cells[0], priorityWord(each.priority));
    drawCells(row, states, each.sum, each.cells, longest);
  });
  const foot = table.tFoot.rows[0];
  setText(foot.cells[0], 'All');
  drawCells(foot, states, total, sums, 0);
}

function drawHead(head, { key, cls, state }) {
  setAttribute(head, 'class', cls ?? null);
  setAttribute(head.firstChild, 'data-state', state === undefined ? null : String(state % 8));
  setText(head.lastChild, plainly(key));
}

function drawCells(row, states, sum, cells, longest) {
  const wanted = ['sum', 'bar', ...states];
  while (row.cells.length > wanted.length + 1) {
    row.lastChild.remove();
  }
  while (row.cells.length <= wanted.length) {
    row.append(make('td', { cls: row.cells.length === 2 ? 'bar-cell' : 'number' }));
  }
  setText(row.cells[1], whole(sum));
  cells.forEach((tickets, place) => setText(row.cells[place + 3], whole(tickets)));
  if (longest > 0) {
    drawBar(row.cells[2], cells, longest);
  }
}

/** The bar is for the eye; the numbers beside it say the same. */
function drawBar(cell, cells, longest) {
  const bar = cell.firstChild ?? cell.appendChild(make('div', { cls: 'stack', 'aria-hidden': 'true' }));
  const parts = cells.map((tickets, state) => ({ tickets, state }));
  keyed(bar, parts, (each) => String(each.state), () => make('span'), (part, each) => {
    setAttribute(part, 'data-state', String(each.state % 8));
    part.style.setProperty('--part', each.tickets / longest);
  });
}
