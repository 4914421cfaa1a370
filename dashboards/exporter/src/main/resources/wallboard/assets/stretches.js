import { millis } from './time.js';

/**
 * What a clock did, as stretches of time and as marks, from its timeline.
 *
 * A stretch is `running` or `paused`; what runs after the deadline that the clock breached is `over`. A clock that is open, or breached and
 * not yet answered, goes on until now.
 *
 * @param {object} clock of the ticket's page
 * @param {number|null} now event time, ms
 * @returns {{stretches: {kind: string, from: number, to: number}[], marks: {kind: string, at: number, percent: number|null}[], from: number, to: number}}
 */
export function drawn(clock, now) {
  const entries = inOrder(clock);
  const start = millis(clock.opened_at) ?? entries[0]?.at ?? now ?? 0;
  const end = endOf(clock, now) ?? entries.at(-1)?.at ?? start;
  const stretches = [];
  let from = start;
  let kind = 'running';
  const turn = (at, next) => {
    const to = Math.min(Math.max(at, from), Math.max(end, start));
    if (to > from) {
      stretches.push({ kind, from, to });
    }
    [from, kind] = [to, next];
  };
  for (const { what, at } of entries) {
    if (what === 'paused') {
      turn(at, 'paused');
    } else if (what === 'resumed') {
      turn(at, 'running');
    } else if (what === 'breached') {
      turn(at, 'over');
    }
  }
  turn(end, kind);
  return { stretches, marks: marks(clock, entries), from: start, to: Math.max(start, end) };
}

/**
 * Whether a clock still goes: it has no verdict, or it is breached and its answer has not come.
 * @param {object} clock
 */
export function isOpen(clock) {
  return !isVoid(clock) && goes(clock);
}

/**
 * Whether a late event showed that a clock never was.
 * @param {object} clock
 */
export function isVoid(clock) {
  return clock.timeline?.at(-1)?.what === 'removed';
}

/**
 * Clocks in the order of their lanes: promises before shadows, then by when they opened.
 * @param {object[]} clocks
 */
export function laneOrder(clocks) {
  const shadow = (clock) => Number(clock.slot !== 'active');
  const opened = (clock) => millis(clock.opened_at) ?? 0;
  return [...clocks].sort((one, other) => shadow(one) - shadow(other) || opened(one) - opened(other) || one.clock_id.localeCompare(other.clock_id));
}

function goes(clock) {
  return clock.verdict === 'running' || clock.verdict === 'paused' || (clock.verdict === 'breached' && !clock.stopped_at);
}

function endOf(clock, now) {
  return isOpen(clock) ? now : millis(clock.stopped_at) ?? millis(clock.settled_at);
}

/** By time; what was said first stays first. */
function inOrder(clock) {
  return (clock.timeline ?? [])
    .map((entry, place) => ({ ...entry, at: millis(entry.at), place }))
    .filter((entry) => entry.at !== null)
    .sort((one, other) => one.at - other.at || one.place - other.place);
}

function marks(clock, entries) {
  const warnings = (clock.warnings ?? []).map((each) => ({ kind: 'warned', at: millis(each.at), percent: each.percent }));
  const deadline = millis(clock.deadline);
  const settled = millis(clock.settled_at);
  const stopped = millis(clock.stopped_at);
  return [
    ...entries.filter((each) => each.what === 'retargeted').map((each) => ({ kind: 'retargeted', at: each.at, percent: null })),
    ...warnings,
    ...(deadline === null ? [] : [{ kind: 'deadline', at: deadline, percent: null }]),
    ...(settled === null ? [] : [{ kind: clock.verdict, at: settled, percent: null }]),
    ...(stopped === null || clock.verdict !== 'breached' ? [] : [{ kind: 'stopped', at: stopped, percent: null }]),
  ].filter((each) => each.at !== null);
}
