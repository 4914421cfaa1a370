import * as prometheus from '@grafana/grafana-foundation-sdk/prometheus';
import { priorityColours } from '../labels.js';
import type { Unplaced } from '../layout.js';
import { type Override, barGaugePanel, fixed, matching, property, timeSeriesPanel } from '../panels.js';
import { PRIORITY, RANGE, REGION, one, select } from '../queries.js';
import { colour } from '../theme.js';

const buckets = (measure: string, window: string, matchers: string[]): string =>
  one(`increase(${select(`${measure}_bucket`, REGION, ...matchers)}[${window}])`);

/** Long enough for some observations in a small region. */
const QUANTILE_WINDOW = '30m';

const rates = (measure: string, matchers: string[]): string =>
  one(`rate(${select(`${measure}_bucket`, REGION, ...matchers)}[${QUANTILE_WINDOW}])`);

/** Buckets are named by their upper edge in seconds; people read hours. */
const edges = (names: Record<string, string>): Override[] =>
  Object.entries(names).map(([le, name]) => matching(`/^${le.replace('+', '\\+')}(\\.0)?$/`, property('displayName', name)));

const HISTOGRAM_SAYS = 'The histogram keeps first observations: what a late event changed is counted in corrections, and the exact ledger has the rest.';

function shares(title: string, measure: string, of: string, names: Record<string, string>, matchers: string[]): Unplaced {
  return barGaugePanel({
    title,
    means: `${of}: how many in the time range shown fell between an edge and the one before. The edges contain the shipped targets. ${HISTOGRAM_SAYS}`,
    act: 'Two humps are two kinds of work: look at channel class or priority. A long tail belongs to few tickets: find them on the wallboard.',
    unit: 'locale',
    decimals: 0,
    min: 0,
    noValue: '0',
    queries: [
      {
        expr: `sum by (le) (${buckets(measure, RANGE, matchers)})`,
        legend: '{{le}}',
        instant: true,
        format: prometheus.PromQueryFormat.Heatmap,
      },
    ],
    overrides: edges(names),
  });
}

export const firstResponseShares = (): Unplaced =>
  shares(
    'First responses by time taken',
    'first_response_seconds',
    "Calendar time from the customer's contact to the first public reply by a human, live and async channels together",
    {
      '5': '≤ 5 s',
      '10': '≤ 10 s',
      '15': '≤ 15 s',
      '20': '≤ 20 s',
      '30': '≤ 30 s',
      '45': '≤ 45 s',
      '60': '≤ 1 min',
      '120': '≤ 2 min',
      '300': '≤ 5 min',
      '900': '≤ 15 min',
      '3600': '≤ 1 h',
      '14400': '≤ 4 h',
      '+Inf': 'longer',
    },
    [],
  );

export const resolutionShares = (): Unplaced =>
  shares(
    'Resolutions by time taken',
    'resolution_seconds',
    'Calendar time from creation (or reopening) to resolution, of these priorities',
    {
      '1800': '≤ 30 min',
      '3600': '≤ 1 h',
      '7200': '≤ 2 h',
      '10800': '≤ 3 h',
      '14400': '≤ 4 h',
      '28800': '≤ 8 h',
      '86400': '≤ 1 d',
      '172800': '≤ 2 d',
      '259200': '≤ 3 d',
      '604800': '≤ 7 d',
      '+Inf': 'longer',
    },
    [PRIORITY],
  );

function quantiles(title: string, measure: string, by: string, of: string, matchers: string[], legend: string, colours: readonly Override[]): Unplaced {
  const quantile = (q: string): string => `histogram_quantile(${q}, sum by (le, ${by}) (${rates(measure, matchers)}))`;
  return timeSeriesPanel({
    title,
    means: `${of}: the time within which half (p50) and nine of ten (p90) came, estimated between the edges of the buckets, in the last 30 min of the wall clock before each point. ${HISTOGRAM_SAYS}`,
    act: 'A p90 that rises while p50 stays is a part of the customers left behind; both rising is too few hands.',
    unit: 's',
    decimals: 1,
    min: 0,
    noValue: 'none in the time range',
    queries: [
      { expr: quantile('0.5'), legend: `p50 ${legend}` },
      { expr: quantile('0.9'), legend: `p90 ${legend}` },
    ],
    overrides: [...colours, matching('/^p50/', property('custom.lineStyle', { fill: 'dash', dash: [4, 4] }))],
  });
}

export const firstResponseQuantiles = (): Unplaced =>
  quantiles(
    'Time to first response',
    'first_response_seconds',
    'channel_class',
    'First responses of live channels (voice, chat, app) and async ones',
    [],
    '{{channel_class}}',
    [matching('/ live$/', fixed(colour.neutral)), matching('/ async$/', fixed(colour.warning))],
  );

export const resolutionQuantiles = (): Unplaced =>
  quantiles('Time to resolution', 'resolution_seconds', 'priority', 'Resolutions by priority', [PRIORITY], '{{priority}}', priorityColours);

