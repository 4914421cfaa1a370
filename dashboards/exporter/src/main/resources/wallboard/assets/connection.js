/**
 * The life of the one connection of a page, as a pure machine:
 *
 *   connecting -- heard --> live -- dropped, closed or silent for 45 s --> lost -- heard --> live
 *                           polling: the stream is refused but single answers come; tries the stream again
 *
 * `dropped`: the browser reconnects by itself. `closed`: an error status ended it; it is opened anew after a growing pause,
 * and meanwhile a single answer is asked for: `polled` if it came, `unanswered` if it did not.
 */

/** Silence of so many ms is three pings missed. */
export const SILENCE = 45_000;

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 15_000;

/**
 * How long to wait before opening anew, ms.
 * @param {number} failures in a row, from 1
 */
export function pause(failures) {
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(10, failures - 1));
}

/**
 * The state before anything was heard.
 * @param {number} at ms
 */
export function begin(at) {
  return { phase: 'connecting', heardAt: null, triedAt: at, failures: 0, retryAt: null };
}

/**
 * The next state, and whether the connection must be opened anew.
 * @param {ReturnType<typeof begin>} state
 * @param {{type: 'heard'|'dropped'|'closed'|'polled'|'unanswered'|'tick', at: number}} event
 * @returns {{state: ReturnType<typeof begin>, reopen: boolean}}
 */
export function step(state, { type, at }) {
  switch (type) {
    case 'heard':
      return stay({ ...state, phase: 'live', heardAt: at, failures: 0, retryAt: null });
    case 'polled':
      return stay({ ...state, phase: 'polling', heardAt: at });
    case 'unanswered':
      return stay({ ...state, phase: 'lost' });
    case 'dropped':
      return stay({ ...state, phase: 'lost', triedAt: at, retryAt: null });
    case 'closed': {
      const failures = state.failures + 1;
      const phase = state.phase === 'polling' ? 'polling' : 'lost';
      return stay({ ...state, phase, failures, retryAt: at + pause(failures) });
    }
    default:
      return tick(state, at);
  }
}

function tick(state, at) {
  if (state.retryAt !== null) {
    return at >= state.retryAt ? anew(state, at, state.phase) : stay(state);
  }
  const since = Math.max(state.heardAt ?? state.triedAt, state.triedAt);
  return at - since > SILENCE ? anew(state, at, 'lost') : stay(state);
}

function anew(state, at, phase) {
  return { state: { ...state, phase, triedAt: at, retryAt: null }, reopen: true };
}

function stay(state) {
  return { state, reopen: false };
}
