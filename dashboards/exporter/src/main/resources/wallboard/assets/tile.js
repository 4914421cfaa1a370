import { CountUps } from './countups.js';
import { make, setAttribute, setText, show } from './dom.js';
import { placeIcon } from './icons.js';
import { silentWords } from './feed.js';
import { drawShare, shareBar } from './share.js';
import { drawSpark, sparkline } from './spark.js';
import { stageWord, timesWords } from './stages.js';
import { millis } from './time.js';
import { drawWait } from './wait.js';
import { clockOf, knownLevel, levelWord, whole } from './words.js';

/**
 * Address of a region's page.
 * @param {string} region
 */
export function regionPath(region) {
  return `/regions/${encodeURIComponent(region)}`;
}

/**
 * The tile of a region, empty.
 * @param {string} region
 */
export function tile(region) {
  const link = make('a', { href: regionPath(region), text: region, dir: 'auto' });
  const head = make(
    'div',
    { cls: 'tile-head' },
    make('span', { cls: 'tile-icon' }),
    make('h3', { title: region }, link),
    make('span', { cls: 'tile-level' }, make('span'), make('span')),
  );
  const figures = make(
    'dl',
    { cls: 'tile-figures' },
    figure('past', 'past SLA', ''),
    figure('soon', 'due in 15 min', ''),
    figure('longest', 'longest', ' overdue', CountUps.place()),
    callers(),
    figure('first', 'First', ' response 24 h', shareBar()),
    figure('backlog', 'Backlog', ''),
  );
  figures.querySelector('.tile-backlog').append(make('dd', { cls: 'tile-hint' }, make('span', { cls: 'unseen', text: 'bottleneck ' }), make('span')));
  figures.querySelector('.tile-backlog').append(make('dd', { cls: 'tile-spark' }, sparkline()));
  return make('li', { cls: 'tile' }, make('article', { cls: 'card' }, head, figures));
}

/** A small tile leaves the rest of a label out. */
function figure(name, label, rest, ...content) {
  return make('div', { cls: `tile-${name}` }, make('dt', {}, label, make('span', { text: rest })), make('dd', {}, ...content));
}

function callers() {
  const now = figure('calls', 'Calls', ' waiting');
  now.append(make('dd', { cls: 'tile-wait' }, CountUps.place()));
  return now;
}

/**
 * Shows a region's figures on its tile.
 * @param {HTMLElement} node made by {@link tile}
 * @param {object} figures TILE of the API
 * @param {CountUps} countUps
 */
export function drawTile(node, figures, countUps) {
  const at = (name) => node.querySelector(name);
  const level = knownLevel(figures.level);
  setAttribute(node, 'data-level', level);
  placeIcon(at('.tile-icon'), level);
  const silent = level === 'silent' && figures.feed;
  // Where there is little room the icon says that it is silent, and the words since when.
  const since = silent ? silentWords(figures.feed, countUps.now() ?? undefined).split(',')[0].split('since') : ['', levelWord(figures.level)];
  setText(at('.tile-level').firstChild, since[0]);
  setText(at('.tile-level').lastChild, silent ? `since${since[1]}` : since[1]);
  setAttribute(at('.tile-level'), 'title', silent ? 'nothing came in since then: what is shown is old' : null);
  drawHint(at('.tile-hint'), silent ? null : figures.bottleneck);
  count(at('.tile-past'), figures.overdue_tickets);
  count(at('.tile-soon'), figures.due_soon_tickets);
  drawLongest(at('.tile-longest'), figures.longest_overdue, countUps);
  drawCalls(at('.tile-calls'), figures.calls, countUps);
  drawShare(at('.share'), figures.first_response);
  setText(at('.tile-backlog dd'), whole(figures.backlog));
  drawSpark(at('.spark'), figures.backlog_history);
}

function count(place, number) {
  setText(place.lastElementChild, whole(number));
  place.classList.toggle('is-zero', number === 0);
}

/** Where tickets pile up; a silent region's are not known. */
function drawHint(place, bottleneck) {
  show(place, Boolean(bottleneck));
  setText(place.lastChild, bottleneck ? `▲ ${stageWord(bottleneck.stage)} ${timesWords(bottleneck.excess)}` : '');
  setAttribute(place, 'title', bottleneck ? `bottleneck: ${bottleneck.tickets} tickets in ${stageWord(bottleneck.stage)} stay ${timesWords(bottleneck.excess)} as long as usual` : null);
}

function drawLongest(place, longest, countUps) {
  const counter = place.querySelector('.count');
  show(place, longest !== null);
  if (longest) {
    setAttribute(place, 'title', clockOf(longest.ticket_id, longest.sla));
    countUps.set(counter, millis(longest.deadline), true);
  } else {
    countUps.stop(counter, '');
  }
}

/** A region without queues has no place for them. */
function drawCalls(place, calls, countUps) {
  show(place, calls !== null);
  if (calls) {
    const [, number, wait] = place.children;
    const nobody = calls.waiting === 0 && calls.longest_wait === null;
    place.classList.toggle('is-nobody', nobody);
    setText(number, nobody ? '' : whole(calls.waiting));
    setAttribute(place, 'title', calls.longest_wait ? `longest in ${calls.longest_wait.queue}` : null);
    drawWait(wait.firstChild, calls.longest_wait?.since, nobody ? 'nobody waits' : '', countUps);
  }
}
