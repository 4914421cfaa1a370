import { keyed, make, setText } from './dom.js';
import { timeElement } from './frame.js';
import { placeIcon } from './icons.js';
import { isOpen, isVoid } from './stretches.js';
import { duration, millis } from './time.js';
import { isOfContact, plainly, policyName } from './words.js';

const ICONS = { running: 'ok', paused: 'quiet', met: 'ok', breached: 'critical', cancelled: 'quiet' };

/**
 * What one entry of a clock's timeline says, without its time.
 * @param {object} entry
 */
export function entryWords(entry) {
  const by = entry.policy ? `by ${policyName(entry.policy, entry.policy_version)}` : '';
  const why = entry.cause ? `(${plainly(entry.cause)})` : '';
  const was = entry.previous_verdict ? `was ${plainly(entry.previous_verdict)}` : '';
  if (entry.what === 'moved') {
    return 'began then, as a late event showed';
  }
  const what = entry.what === 'warned' && entry.percent !== null ? `warned at ${entry.percent} % of the time allowed` : plainly(entry.what);
  return [what, why, was, by].filter(Boolean).join(' ');
}

/**
 * The heading of a clock: what is promised, which run of it, and for whom it counts.
 * @param {object} clock
 */
export function clockName(clock) {
  const cycle = clock.cycle > 1 ? `, run ${clock.cycle}` : '';
  const shadow = clock.slot === 'active' ? '' : ` (shadow ${clock.slot}: counts for nothing)`;
  return `${plainly(clock.sla)}${cycle}${shadow}`;
}

/**
 * How a clock stands, in a sentence.
 * @param {object} clock
 */
export function standing(clock) {
  const deadline = millis(clock.deadline);
  const settled = millis(clock.settled_at);
  const stopped = millis(clock.stopped_at);
  const done = isOfContact([clock]) ? 'called' : 'answered';
  if (isVoid(clock)) {
    return 'removed: a late event showed that it never was';
  }
  switch (clock.verdict) {
    case 'met':
      return deadline !== null && settled !== null ? `met, ${duration(deadline - settled)} to spare` : 'met';
    case 'breached':
      return stopped === null || settled === null ? `breached, not ${done} yet` : `breached, ${done} ${duration(stopped - settled)} late`;
    case 'paused':
      return 'paused: time stands still';
    default:
      return plainly(clock.verdict);
  }
}

/**
 * Draws the clocks as lists: each with how it stands and every entry of its timeline in order.
 * @param {HTMLElement} place
 * @param {object[]} clocks
 * @param {number|null} now event time, ms
 */
export function drawEntries(place, clocks, now) {
  keyed(place, clocks, (each) => each.clock_id, clockBox, (box, clock) => {
    placeIcon(box.querySelector('.row-icon'), isVoid(clock) ? 'quiet' : ICONS[clock.verdict] ?? 'warning');
    setText(box.querySelector('.clock-standing'), standing(clock));
    box.classList.toggle('is-open', isOpen(clock));
    setText(box.querySelector('.clock-terms'), terms(clock));
    keyed(box.querySelector('ol'), entriesOf(clock), (each) => each.key, (each) => entryRow(each, now), () => {});
  });
}

function clockBox(clock) {
  const head = make('div', { cls: 'clock-head' }, make('span', { cls: 'row-icon' }), make('h3', { text: clockName(clock) }), make('p', { cls: 'clock-standing' }));
  return make('article', { cls: 'panel clock' }, head, make('p', { cls: 'clock-terms' }), make('ol', { cls: 'entries' }));
}

function terms(clock) {
  const allowed = clock.budget_ms === null || clock.budget_ms === undefined ? '' : `${duration(clock.budget_ms)} allowed`;
  const calendar = clock.calendar ? `calendar ${policyName(clock.calendar, clock.calendar_version)}` : '';
  return [policyName(clock.policy, clock.policy_version), allowed, calendar].filter(Boolean).join(' · ');
}

function entriesOf(clock) {
  return (clock.timeline ?? []).map((entry, place) => ({ ...entry, key: `${place} ${entry.what} ${entry.at}` }));
}

function entryRow(entry, now) {
  const deadline = millis(entry.deadline);
  const row = make('li', { cls: `entry entry-${entry.what}` }, timeElement(millis(entry.at), now ?? undefined), make('span', { text: entryWords(entry) }));
  if (deadline !== null && ['opened', 'resumed', 'retargeted'].includes(entry.what)) {
    row.lastChild.append(', due ', timeElement(deadline, now ?? undefined));
  }
  return row;
}
