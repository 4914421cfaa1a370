import uPlot from '/assets/uplot/uPlot.esm.js';
import { millis } from './time.js';

const HEIGHT = 150;

/** The backlog of the last hour as a chart with axes, in the viewer's zone; drawn anew when the theme changes. */
export class Trend {
  #place;
  #chart = null;
  #data = [[], []];

  /** @param {HTMLElement} place */
  constructor(place) {
    this.#place = place;
    new ResizeObserver(() => this.#chart?.setSize(this.#size())).observe(place);
    document.addEventListener('themechange', () => this.#anew());
  }

  /**
   * Shows a history.
   * @param {{at: string, tickets: number}[]} history oldest first
   */
  show(history) {
    this.#data = [history.map((each) => millis(each.at) / 1000), history.map((each) => each.tickets)];
    if (this.#chart) {
      this.#chart.setData(this.#data);
    } else {
      this.#anew();
    }
  }

  #size() {
    return { width: Math.max(200, this.#place.clientWidth), height: HEIGHT };
  }

  #anew() {
    this.#chart?.destroy();
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    const axis = { stroke: colour('--muted'), font: `13px ${style.fontFamily || 'sans-serif'}`, grid: { stroke: colour('--line'), width: 1 }, ticks: { show: false } };
    const options = {
      ...this.#size(),
      cursor: { drag: { x: false, y: false } },
      legend: { show: false },
      scales: { x: { time: true }, y: { range: wholeRange } },
      axes: [
        { ...axis, values: (_, ticks) => ticks.map(minute) },
        { ...axis, size: 48, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 10_000] },
      ],
      series: [{}, { stroke: colour('--accent'), width: 2, fill: `color-mix(in srgb, ${colour('--accent')} 14%, transparent)`, points: { show: false } }],
    };
    this.#chart = new uPlot(options, this.#data, this.#place);
  }
}

/** Whole tickets, with room above and below; a flat line lies in the middle. */
function wholeRange(_, low, high) {
  if (low === null) {
    return [0, 10];
  }
  const room = Math.max(2, Math.ceil((high - low) * 0.15));
  return [Math.max(0, low - room), high + room];
}

function minute(seconds) {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(seconds * 1000);
}
