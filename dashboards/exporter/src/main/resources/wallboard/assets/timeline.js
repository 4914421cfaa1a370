import { rangeOf, tickLabel, ticks } from './axis.js';
import { svg } from './icons.js';
import { drawn } from './stretches.js';
import { duration, localTime } from './time.js';
import { plainly } from './words.js';

const [LANE, BAR, TOP, EDGE] = [64, 18, 30, 12];
const NARROW = 700;
const ROOM = 34;
const SIGNS = { breached: 'critical', met: 'ok', cancelled: 'quiet' };

/** The clocks of a ticket on one time axis, a lane each. For the eye: the same stands in words in the lists below it. */
export class Timeline {
  #place;
  #clocks = [];
  #now = null;

  /** @param {HTMLElement} place */
  constructor(place) {
    this.#place = place;
    new ResizeObserver(() => this.#draw()).observe(place);
  }

  /**
   * Shows clocks.
   * @param {object[]} clocks
   * @param {number|null} now event time, ms
   */
  show(clocks, now) {
    this.#clocks = clocks;
    this.#now = now;
    this.#draw();
  }

  #draw() {
    const width = Math.floor(this.#place.clientWidth);
    if (width === 0 || this.#clocks.length === 0) {
      this.#place.replaceChildren();
      return;
    }
    const lanes = this.#clocks.map((clock) => drawn(clock, this.#now));
    const range = rangeOf(lanes, this.#now);
    const left = width < NARROW ? EDGE : 210;
    const x = (at) => left + ((at - range.from) / (range.to - range.from)) * (width - left - EDGE);
    const height = TOP + lanes.length * LANE + 8;
    const picture = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true', class: 'timeline' }, hatch());
    picture.append(...axis(range, x, width - left, height, this.#now));
    lanes.forEach((lane, place) => picture.append(laneOf(this.#clocks[place], lane, TOP + place * LANE, x, left === EDGE, width)));
    if (this.#now !== null && this.#now <= range.to && this.#now >= range.from) {
      picture.append(nowLine(x(this.#now), height));
    }
    this.#place.replaceChildren(picture);
  }
}

/** Pauses are hatched: told apart without colour. */
function hatch() {
  const lines = svg('path', { d: 'M-1 1l2-2M0 8l8-8M7 9l2-2', class: 'hatch-line' });
  return svg('defs', {}, svg('pattern', { id: 'hatch', width: 8, height: 8, patternUnits: 'userSpaceOnUse' }, svg('rect', { width: 8, height: 8, class: 'hatch-ground' }), lines));
}

/** A label that would lie under the word "now" or over the edge is left out. */
function axis(range, x, room, height, now) {
  return ticks(range, Math.max(3, Math.floor(room / 90))).flatMap((tick) => {
    const at = x(tick.at);
    const line = svg('line', { x1: at, x2: at, y1: TOP - 8, y2: height, class: 'grid' });
    const free = (now === null || Math.abs(at - x(now)) > 40) && x(range.to) - at > 20;
    return free ? [line, words(at, TOP - 14, tickLabel(tick), 'tick', 'middle')] : [line];
  });
}

function laneOf(clock, lane, top, x, narrow, width) {
  const middle = top + (narrow ? 40 : 34);
  const group = svg('g', { class: `lane ${clock.slot === 'active' ? '' : 'is-shadow'}` });
  group.append(svg('line', { x1: 0, x2: width, y1: top, y2: top, class: 'rule' }));
  const name = `${plainly(clock.sla)}${clock.cycle > 1 ? ` ${clock.cycle}` : ''}`;
  if (narrow) {
    group.append(words(EDGE, top + 16, `${name}${clock.slot === 'active' ? '' : ` (${clock.slot})`}`, 'lane-name', 'start'));
  } else {
    group.append(words(EDGE, middle, name, 'lane-name', 'start'));
    group.append(words(EDGE, middle + 17, clock.slot === 'active' ? clock.policy : `shadow ${clock.slot}`, 'lane-policy', 'start'));
  }
  lane.stretches.forEach(({ kind, from, to }) => {
    const bar = svg('rect', { x: x(from), y: middle - BAR / 2, width: Math.max(1.5, x(to) - x(from)), height: BAR, class: `stretch ${kind}`, ...(kind === 'paused' && { fill: 'url(#hatch)' }) });
    group.append(titled(bar, `${kind === 'over' ? 'overdue' : kind} ${duration(to - from)}`));
  });
  lane.marks.forEach((mark) => {
    const sign = markOf(mark, x(mark.at), middle, hasRoom(mark, lane.marks, x));
    group.append(titled(sign, `${plainly(mark.kind)}${mark.percent === null ? '' : ` at ${mark.percent} %`}, ${localTime(mark.at)}`));
  });
  return group;
}

/** What a pointer that rests on it is told. */
function titled(node, text) {
  const title = svg('title');
  title.textContent = text;
  node.prepend(title);
  return node;
}

/** Of warnings that lie close together the last one is labelled, and none that lies under the deadline's flag. */
function hasRoom(mark, marks, x) {
  const after = (other) => other !== mark && other.at >= mark.at && x(other.at) - x(mark.at) < ROOM;
  return !marks.some((other) => (other.kind === 'warned' || other.kind === 'deadline') && after(other));
}

function markOf({ kind, percent }, x, middle, labelled) {
  if (kind === 'warned') {
    const diamond = svg('path', { d: `M${x} ${middle - 8}l8 8-8 8-8-8z`, class: 'mark-warned' });
    return svg('g', {}, diamond, words(x, middle - 13, labelled ? `${percent} %` : '', 'mark-word', 'middle'));
  }
  if (kind === 'deadline') {
    return svg('path', { d: `M${x} ${middle + 16}V${middle - 18}h11l-3 4 3 4h-11`, class: 'mark-deadline' });
  }
  if (kind === 'retargeted') {
    return svg('path', { d: `M${x} ${middle - 12}v24`, class: 'mark-retargeted' });
  }
  if (kind === 'stopped') {
    return svg('path', { d: `M${x} ${middle - 12}v24M${x - 5} ${middle - 12}h10M${x - 5} ${middle + 12}h10`, class: 'mark-stopped' });
  }
  return sign(SIGNS[kind] ?? 'warning', x, middle);
}

function sign(level, x, middle) {
  const shapes = {
    critical: ['M-4.6-11h9.2L11-4.6v9.2L4.6 11h-9.2L-11 4.6v-9.2z', 'M-4-4l8 8M4-4l-8 8'],
    ok: ['M-11 0a11 11 0 1 0 22 0a11 11 0 1 0-22 0z', 'M-5 .4l3.6 3.6L5.4-4'],
    quiet: ['M-11 0a11 11 0 1 0 22 0a11 11 0 1 0-22 0z', 'M-5 0H5'],
    warning: ['M0-11 12 10h-24z', 'M0-4v6'],
  }[level];
  const [ground, line] = shapes.map((d) => svg('path', { d }));
  ground.setAttribute('class', `sign-ground sign-${level}`);
  line.setAttribute('class', 'sign-line');
  return svg('g', { transform: `translate(${x} ${middle})` }, ground, line);
}

function nowLine(x, height) {
  return svg('g', {}, svg('line', { x1: x, x2: x, y1: TOP - 8, y2: height, class: 'now' }), words(x, TOP - 14, 'now', 'now-word', 'middle'));
}

function words(x, y, text, cls, anchor) {
  const node = svg('text', { x, y, class: cls, 'text-anchor': anchor });
  node.textContent = text;
  return node;
}
