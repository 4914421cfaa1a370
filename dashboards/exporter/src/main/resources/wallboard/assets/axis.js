const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 28 * DAY, 91 * DAY];

/**
 * What a time axis must show: all that happened, now, and deadlines to come, with a little room at both ends.
 * @param {{from: number, to: number, marks: {at: number}[]}[]} lanes
 * @param {number|null} now ms
 * @returns {{from: number, to: number}}
 */
export function rangeOf(lanes, now) {
  const instants = lanes.flatMap((lane) => [lane.from, lane.to, ...lane.marks.map((mark) => mark.at)]);
  if (now !== null && lanes.some((lane) => lane.to === now)) {
    instants.push(now);
  }
  const [from, to] = [Math.min(...instants), Math.max(...instants)];
  const room = Math.max(MINUTE, (to - from) * 0.025);
  return { from: from - room, to: to + room };
}

/**
 * Round instants on an axis, in the viewer's zone.
 * @param {{from: number, to: number}} range
 * @param {number} most how many there is room for
 * @param {(at: number) => number} [offset] of the zone from UTC at an instant, ms
 * @returns {{at: number, step: number}[]}
 */
export function ticks({ from, to }, most, offset = zoneOffset) {
  const step = STEPS.find((each) => (to - from) / each <= most) ?? STEPS.at(-1);
  const shift = offset(from);
  const found = [];
  for (let at = Math.ceil((from + shift) / step) * step - shift; at <= to; at += step) {
    found.push({ at, step });
  }
  return found;
}

/**
 * The label of a round instant: the time, or the day where a day begins.
 * @param {{at: number, step: number}} tick
 */
export function tickLabel({ at, step }) {
  const date = new Date(at);
  const isDay = step >= DAY || (date.getHours() === 0 && date.getMinutes() === 0);
  const format = isDay ? { day: 'numeric', month: 'short' } : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  return new Intl.DateTimeFormat('en-GB', format).format(date);
}

function zoneOffset(at) {
  return -new Date(at).getTimezoneOffset() * MINUTE;
}
