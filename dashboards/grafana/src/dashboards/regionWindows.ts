import type { Unplaced } from '../layout.js';
import { coloured, promised, property, tablePanel, timeSeriesPanel } from '../panels.js';
import { REGION, gauge, sum, target } from '../queries.js';
import { column, decimals, heading, joined, judged, unit, width } from '../tables.js';
import { againstTarget, colour } from '../theme.js';

const seconds = [unit('dtdurations'), decimals(0), width(115)] as const;
const count = [unit('locale'), decimals(0), width(95)] as const;

/** A quantile cannot be added up: of several regions the worst is shown. */
const quantile = (measure: string, q: string): string =>
  `max by (window) (${gauge(`window_${measure}_seconds`, REGION, `quantile="${q}"`)})`;

const tickets = (event: string): string => sum('window', gauge('window_tickets', REGION, `event="${event}"`));

/** One row a window of event time, the last of each length that closed. */
export function windowTable(): Unplaced {
  const rows = joined(
    [['window', heading('Window')]],
    [
      column('Created', tickets('created'), ...count),
      column('Resolved', tickets('resolved'), ...count),
      column('Response p50', quantile('first_response', '0.5'), ...seconds),
      column('Response p90', quantile('first_response', '0.9'), ...seconds),
      column('Response p99', quantile('first_response', '0.99'), ...seconds),
      column('Resolution p50', quantile('resolution', '0.5'), ...seconds),
      column('Resolution p90', quantile('resolution', '0.9'), ...seconds),
      column('Resolution p99', quantile('resolution', '0.99'), ...seconds),
    ],
  );
  return tablePanel({
    title: 'Windows of event time that closed last',
    means:
      "One row a length: 5 m, 1 h, 24 h, and today since the region's local midnight; each ends at the last full minute. Quantiles by nearest rank within 1 %, corrected by late events; of several regions the worst is shown, for quantiles do not add up.",
    act: 'The short windows say how it is, the long ones how the day went. Choose one region for its own figures.',
    unit: 'none',
    noValue: '-',
    queries: rows.queries,
    transformations: rows.transformations,
    overrides: rows.overrides,
  });
}

/** Wilson's 95 % interval of a share p of n. */
const wilson = (p: string, n: string, side: '+' | '-'): string =>
  `(${p} + 1.92073 / ${n} ${side} 1.95996 * sqrt(${p} * (1 - ${p}) / ${n} + 0.960365 / (${n} * ${n}))) / (1 + 3.84146 / ${n})`;

/** One row an SLA: the last day and how sure its ratio is. */
export function slaWindowTable(): Unplaced {
  const percent = [unit('percentunit'), decimals(1), width(105)] as const;
  const settled = (window: string): string =>
    `(${sum('sla', gauge('window_sla_settled', REGION, `window="${window}"`))} > 0)`;
  const ratio = (window: string): string =>
    `(sum by (sla) (${gauge('window_sla_ratio', REGION, `window="${window}"`)} * ${gauge('window_sla_settled', REGION, `window="${window}"`)}) / ${settled(window)})`;
  const day = ratio('24h');
  const n = settled('24h');
  const rows = joined(
    [['sla', heading('SLA')]],
    [
      column('Today', ratio('today'), ...percent),
      column('n today', settled('today'), ...count),
      column('24 h', day, ...percent),
      column('n 24 h', n, ...count),
      column('from', wilson(day, n, '-'), ...percent),
      column('to', wilson(day, n, '+'), ...percent),
      column('Target', target(), unit('percentunit'), decimals(0), width(85)),
      column('To target 24 h', `${day} - ${target()}`, ...percent, ...judged(againstTarget().build())),
    ],
  );
  return tablePanel({
    title: 'Promises in windows of event time',
    means:
      'One row an SLA: met / (met + breached) of the clocks that settled today and in the last 24 h of event time, n, and the 95 % interval of the latter (Wilson): where the share lies if chance alone is at work. Of several regions: their clocks together.',
    act: 'A target inside the interval is neither kept nor broken for sure: wait for more, or look at the tickets.',
    unit: 'none',
    noValue: '-',
    queries: rows.queries,
    transformations: rows.transformations,
    overrides: rows.overrides,
  });
}

function against(title: string, unitOf: string, kind: 'tickets' | 'seconds', figure: string, of: string, act: string): Unplaced {
  const by = kind === 'tickets' ? 'sum' : 'max';
  const expected = `${by}(${gauge(`expected_${kind}`, REGION, `figure="${figure}"`)})`;
  return timeSeriesPanel({
    title,
    means: `${of} in the last hour of event time that closed, and what is usual in this hour of the week, with 15 % above and below. Absent while the usual is being learnt. ${by === 'max' ? 'Of several regions the worst.' : 'Of several regions their sum.'}`,
    act,
    unit: unitOf,
    decimals: 0,
    noValue: 'being learnt',
    queries: [
      {
        expr: `${by}(${gauge(`observed_${kind}`, REGION, `figure="${figure}"`)}) or vector(0) / 0`,
        legend: 'observed',
      },
      { expr: `${expected} or vector(0) / 0`, legend: 'usual' },
      { expr: `1.15 * ${expected} or vector(0) / 0`, legend: '+15 %' },
      { expr: `0.85 * ${expected} or vector(0) / 0`, legend: '-15 %' },
    ],
    overrides: [
      coloured('observed', colour.neutral),
      coloured('usual', colour.good, property('custom.fillOpacity', 0)),
      promised('+15 %'),
      promised('-15 %'),
    ],
  });
}

export const createdAgainstUsual = (): Unplaced =>
  against(
    'Created against the usual',
    'locale',
    'tickets',
    'created',
    'Tickets created',
    'Above the band: something happened to customers. Below: is a source silent?',
  );

export const backlogAgainstUsual = (): Unplaced =>
  against(
    'Backlog against the usual',
    'locale',
    'tickets',
    'backlog',
    'Open tickets at the end',
    'Above the band and rising for half an hour is an alert: compare created and resolved.',
  );

export const responseAgainstUsual = (): Unplaced =>
  against(
    'First response against the usual',
    'dtdurations',
    'seconds',
    'first_response',
    'Median time to the first response',
    'Above the band: too few hands for the hour, or a channel that nobody watches.',
  );
