import type { Unplaced } from '../layout.js';
import { barGaugePanel, coloured, tablePanel, timeSeriesPanel } from '../panels.js';
import { RANGE, REGION, eventTime, gauge, one, orNone, select, sum } from '../queries.js';
import { column, decimals, heading, joined, judged, unit, width } from '../tables.js';
import { colour, fewWanted, steps } from '../theme.js';
import { stageColours } from '../labels.js';

const NOT_CLOSED = 'stage!="closed"';
const inStage = sum('stage', gauge('tickets_in_stage', REGION, NOT_CLOSED));

const dwell = (part: 'sum' | 'count', window: string): string =>
  sum('stage', one(`increase(${select(`stage_dwell_seconds_${part}`, REGION, NOT_CLOSED)}[${window}])`));

export const ticketsInStage = (): Unplaced =>
  timeSeriesPanel({
    title: 'Tickets by stage',
    means:
      'Open and resolved tickets by where they are in their service, by their current owner; a ticket is in one stage, and those that wait for somebody are in none of the others. The lines add up.',
    act: 'One band that widens while the others stay is where work piles up: see the table of stages.',
    unit: 'locale',
    decimals: 0,
    stacked: true,
    queries: [{ expr: inStage, legend: '{{stage}}' }],
    overrides: stageColours,
  });

/** Little's law: tickets there = tickets leaving per second x time there; so the time there now is the first over the second. */
export function stageTable(): Unplaced {
  const now = `${inStage} / (${dwell('count', '1h')} / 3600 > 0)`;
  const usual = `${dwell('sum', '1d')} / (${dwell('count', '1d')} > 0)`;
  const count = [unit('locale'), decimals(0)] as const;
  const rows = joined(
    [['stage', heading('Stage')]],
    [
      column('Tickets now', inStage, ...count, width(110)),
      column('Left 1 h', dwell('count', '1h'), ...count, width(90)),
      column('Time there now', now, unit('dtdurations'), decimals(0), width(140)),
      column('Usual, 1 d', usual, unit('dtdurations'), decimals(0), width(140)),
      column('n 1 d', dwell('count', '1d'), ...count, width(80)),
      column(
        'Times the usual',
        `(${now}) / (${usual})`,
        unit('none'),
        decimals(1),
        width(125),
        ...judged(steps(colour.good, [1.5, colour.warning], [3, colour.bad]).build()),
      ),
    ],
  );
  return tablePanel({
    title: 'Stages: where is the bottleneck',
    means:
      "One row a stage. Time there now is Little's law: tickets in the stage / tickets that left it per second in the last 1 h of the wall clock; usual: mean stay of those that left in the last 1 d, first observations. Nothing left: there is no time.",
    act: 'Sort by times the usual: the first row is the bottleneck now. Few left and many there wants hands or parts; look at who holds them.',
    unit: 'none',
    noValue: '-',
    queries: rows.queries,
    transformations: rows.transformations,
    overrides: rows.overrides,
    sortBy: [['Times the usual', true]],
  });
}

export const waitingFor = (): Unplaced =>
  timeSeriesPanel({
    title: 'Waiting for somebody',
    means: 'Tickets that wait for the customer, for parts, or for a third party, by their current owner.',
    act: 'Parts rising: look at stock. Customer rising: call them back. Third party rising: remind whoever it is.',
    unit: 'locale',
    decimals: 0,
    queries: [{ expr: sum('stage', gauge('tickets_in_stage', REGION, 'stage=~"waiting_.*"')), legend: '{{stage}}' }],
    overrides: stageColours,
  });

export const backlogByAge = (): Unplaced =>
  timeSeriesPanel({
    title: 'Open tickets by age',
    means:
      'The backlog by time since creation, to the minute: under 4 h, 4 to 24 h, 1 to 3 days, over 3 days. A reopened ticket keeps its age. Moves with time, without any event.',
    act: 'The oldest band growing is work that nobody picks: list its tickets on the wallboard.',
    unit: 'locale',
    decimals: 0,
    stacked: true,
    queries: [{ expr: sum('age', gauge('backlog_aged_tickets', REGION)), legend: '{{age}}' }],
    overrides: [
      coloured('under_4h', colour.good),
      coloured('4h_to_24h', colour.neutral),
      coloured('1d_to_3d', colour.warning),
      coloured('over_3d', colour.bad),
    ],
  });

export const backlogByService = (): Unplaced =>
  barGaugePanel({
    title: 'Open tickets by service',
    means: 'The backlog now by the kind of service that was asked for.',
    act: 'A kind that outgrows the others wants the people who can do it.',
    unit: 'locale',
    decimals: 0,
    min: 0,
    queries: [
      {
        expr: orNone(`sort_desc(${sum('service_type', gauge('backlog_service_tickets', REGION))} > 0)`, 'service_type'),
        legend: '{{service_type}}',
        instant: true,
      },
    ],
  });

export const oldestTickets = (): Unplaced =>
  barGaugePanel({
    title: 'Oldest open ticket by priority',
    means: 'Event time now minus the creation of the oldest open ticket, to the minute.',
    act: 'An old p1 is a customer whom everybody forgot: find it on the wallboard.',
    unit: 'dtdurations',
    decimals: 0,
    min: 0,
    queries: [
      {
        expr: orNone(
          `scalar(${eventTime}) - min by (priority) (${gauge('backlog_oldest_ticket_timestamp_seconds', REGION)})`,
          'priority',
        ),
        legend: '{{priority}}',
        instant: true,
      },
    ],
  });

export const untriaged = (): Unplaced =>
  timeSeriesPanel({
    title: 'Untriaged tickets',
    means: 'Open tickets that are not both classified and assigned yet.',
    act: 'Rising: put somebody on triage; every ticket shall be triaged within two hours.',
    unit: 'locale',
    decimals: 0,
    queries: [{ expr: sum('', gauge('tickets_untriaged', REGION)), legend: 'untriaged' }],
    thresholds: fewWanted(),
    overrides: [coloured('untriaged', colour.warning)],
  });

export const dwellByStage = (): Unplaced =>
  barGaugePanel({
    title: 'Stays by stage, p90',
    means:
      'The time within which nine of ten stays in a stage ended, of those that ended in the time range shown, estimated between the edges of the buckets. First observations.',
    act: 'A long stage is not always a bad one: compare with its usual in the table.',
    unit: 'dtdurations',
    decimals: 0,
    min: 0,
    queries: [
      {
        expr: orNone(
          `histogram_quantile(0.9, sum by (le, stage) (${one(`increase(${select('stage_dwell_seconds_bucket', REGION, NOT_CLOSED)}[${RANGE}])`)})) > 0`,
          'stage',
        ),
        legend: '{{stage}}',
        instant: true,
      },
    ],
  });
