/** Durations and instants as people read them. Spans are in ms; instants are ISO strings or ms since 1970. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const two = (number) => String(number).padStart(2, '0');

/** Whole units of a span, cut off, never rounded up: nothing is overdue by a minute before the minute is over. */
function units(span) {
  const whole = Math.max(0, Math.floor(span / SECOND)) * SECOND;
  return {
    days: Math.floor(whole / DAY),
    hours: Math.floor((whole % DAY) / HOUR),
    minutes: Math.floor((whole % HOUR) / MINUTE),
    seconds: Math.floor((whole % MINUTE) / SECOND),
  };
}

/**
 * A span with its two largest units: 45 s, 4:05 min, 2 h 13 min, 3 d 4 h. Below zero is zero.
 * @param {number} span ms
 */
export function duration(span) {
  const { days, hours, minutes, seconds } = units(span);
  if (days > 0) {
    return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  }
  if (hours > 0) {
    return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`;
  }
  return minutes === 0 ? `${seconds} s` : seconds > 0 ? `${minutes}:${two(seconds)} min` : `${minutes} min`;
}

/**
 * A span that counts: the main part, and the rest to the second, which is set smaller. 2 h 13 min | 07 s, 3 d 4 h | 13:07.
 * @param {number} span ms
 * @returns {{main: string, rest: string}}
 */
export function counting(span) {
  const { days, hours, minutes, seconds } = units(span);
  if (days > 0) {
    return { main: `${days} d ${hours} h`, rest: `${two(minutes)}:${two(seconds)}` };
  }
  if (hours > 0) {
    return { main: `${hours} h ${two(minutes)} min`, rest: `${two(seconds)} s` };
  }
  return { main: minutes > 0 ? `${minutes}:${two(seconds)} min` : `${seconds} s`, rest: '' };
}

/**
 * A span by its largest unit alone, for what is said in passing: 3 h, 2 d, 12 min.
 * @param {number} span ms
 */
export function roughly(span) {
  const { days, hours, minutes, seconds } = units(span);
  if (days > 0) {
    return `${days} d`;
  }
  if (hours > 0) {
    return `${hours} h`;
  }
  return minutes > 0 ? `${minutes} min` : `${seconds} s`;
}

/**
 * ms since 1970 of an ISO string, or null of nothing.
 * @param {string|null|undefined} iso
 */
export function millis(iso) {
  const at = iso ? Date.parse(iso) : NaN;
  return Number.isNaN(at) ? null : at;
}

/**
 * An instant in the viewer's zone: the time, with the date unless it is on the day of `beside`.
 * @param {number} at ms since 1970
 * @param {number} [beside] instant whose day goes without saying
 * @param {string} [zone] IANA zone; the viewer's if absent
 */
export function localTime(at, beside = Date.now(), zone = undefined) {
  const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone: zone };
  const time = new Intl.DateTimeFormat('en-GB', clock).format(at);
  const day = (each) =>
    new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: zone }).format(each);
  if (day(at) === day(beside)) {
    return time;
  }
  const dated = day(at);
  return dated.slice(-4) === day(beside).slice(-4) ? `${dated.slice(0, -5)}, ${time}` : `${dated}, ${time}`;
}

/**
 * The same instant in UTC, to the second, for titles.
 * @param {number} at ms since 1970
 */
export function utcTime(at) {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
