import { streamColours } from '../labels.js';
import type { Unplaced } from '../layout.js';
import { barGaugePanel, coloured, property, statPanel, tablePanel, timeSeriesPanel } from '../panels.js';
import { RANGE, REGION, STEP, counted, gauge, one, orNone, perSecond, select, sum } from '../queries.js';
import { column, decimals, heading, joined, judged, tinted, unit, width } from '../tables.js';
import { colour, fewWanted, noneAllowed, sign, steps, words } from '../theme.js';

export const checkpointAge = (): Unplaced =>
  statPanel({
    header: true,
    title: 'Checkpoint age',
    means:
      'How long ago the newest checkpoint completed that counters were published from; of several jobs the oldest. After a crash the job goes on from it, exact.',
    act: 'Over 2 minutes: look at the job for failed or slow checkpoints (state, back pressure, storage).',
    unit: 's',
    decimals: 0,
    min: 0,
    thresholds: steps(colour.good, [60, colour.warning], [120, colour.bad]),
    queries: [{ expr: `time() - min(${gauge('checkpoint_timestamp_seconds')})`, legend: 'age', instant: true }],
  });

export const eventTimeLag = (): Unplaced =>
  timeSeriesPanel({
    title: 'Event time behind the wall clock',
    means:
      'Wall clock minus event time, by job (tickets, calls); the slower one rules. Live it is a few seconds: the grace of 2 s and what is unread. In a demo it is the days the demo plays in.',
    act: 'Rising by a second a second: event time stands still; see readiness of the brokers and the job. Falling: it catches up, wait.',
    unit: 's',
    decimals: 1,
    queries: [{ expr: `time() - min by (stream) (${gauge('watermark_timestamp_seconds')})`, legend: '{{stream}}' }],
    overrides: streamColours,
  });

export const eventTimeSpeed = (): Unplaced =>
  timeSeriesPanel({
    title: 'Speed of event time',
    means:
      'Seconds of event time per second of wall clock: 1 live, 60 in a demo, more when it catches up, 0 when time stands still.',
    act: '0 for a minute: nothing can breach and nothing is judged. Look at the job and at the brokers.',
    unit: 'locale',
    decimals: 1,
    min: 0,
    queries: [
      {
        expr: `min by (stream) (${one(`deriv(${select('watermark_timestamp_seconds')}[${STEP}])`)})`,
        legend: '{{stream}}',
      },
    ],
    overrides: streamColours,
  });

export const eventsByResult = (): Unplaced =>
  timeSeriesPanel({
    title: 'Events by result',
    means:
      'What became of the records, per second: applied, duplicate, rejected, late_dropped. Read at the source = the sum of all four: nothing disappears.',
    act: 'Rejected: see the reasons below and the dead letters. Read above the sum for long: an identity breaks, see the books.',
    unit: 'eps',
    decimals: 1,
    stacked: true,
    queries: [
      { expr: perSecond('result', 'events', STEP), legend: '{{result}}' },
      { expr: perSecond('', 'events_read', STEP), legend: 'read at the source' },
    ],
    overrides: [
      coloured('applied', colour.good),
      coloured('duplicate', colour.neutral),
      coloured('rejected', colour.bad),
      coloured('late_dropped', colour.warning),
      coloured(
        'read at the source',
        colour.quiet,
        property('custom.stacking', { mode: 'none', group: 'B' }),
        property('custom.fillOpacity', 0),
        property('custom.lineStyle', { fill: 'dash', dash: [8, 6] }),
      ),
    ],
  });

export const eventsByStream = (): Unplaced =>
  timeSeriesPanel({
    title: 'Events by input',
    means: 'Records read per second from each input: tickets, calls, agents.',
    act: 'One that falls to 0 while the others go on: its source has stopped, or its topic is not read.',
    unit: 'eps',
    decimals: 1,
    legendRight: true,
    queries: [{ expr: perSecond('stream', 'events_read', STEP), legend: '{{stream}}' }],
    overrides: streamColours,
  });

export const rejected = (): Unplaced =>
  barGaugePanel({
    title: 'Rejected by reason',
    means:
      'Records sent to dead letters in the time range shown, by input and reason, and published policies that the job refused. "none": not one.',
    act: 'Read the dead letters of the reason (topic with .dlq at its end): each says what was found and what would be right. Fix the source, then send them again.',
    unit: 'locale',
    decimals: 0,
    min: 0,
    thresholds: noneAllowed(),
    queries: [
      {
        expr: orNone(counted('stream, reason', 'events_rejected', RANGE), 'reason'),
        legend: '{{stream}} event: {{reason}}',
        instant: true,
      },
      {
        expr: orNone(counted('reason', 'policies_refused', RANGE), 'reason'),
        legend: 'policy: {{reason}}',
        instant: true,
      },
    ],
  });

export const oddEvents = (): Unplaced =>
  barGaugePanel({
    title: 'Late, skewed, unknown values',
    means:
      'Events applied in the time range shown that were not as they should be: late (arrived after later ones of their ticket, call or agent, which was re-folded), skewed (stamped before their ticket was created or their call began), and with a value outside our closed lists, by field.',
    act: 'Unknown values: the source has a word we do not know; map it. Late and skewed: look at clocks and queues of the source.',
    unit: 'locale',
    decimals: 0,
    min: 0,
    thresholds: fewWanted(),
    queries: [
      { expr: counted('stream', 'events_late', RANGE), legend: '{{stream}}: late', instant: true },
      { expr: counted('stream', 'events_skewed', RANGE), legend: '{{stream}}: skewed', instant: true },
      {
        expr: orNone(counted('stream, field', 'events_unknown_value', RANGE), 'field'),
        legend: '{{stream}} unknown value: {{field}}',
        instant: true,
      },
    ],
  });

export const orphans = (): Unplaced =>
  timeSeriesPanel({
    title: 'Orphan tickets',
    means:
      'Tickets whose CREATED has not been seen, by region. They are kept, open provisionally at their first event, and re-fold when CREATED comes.',
    act: 'A few come and go with late events. A line that stays: the source lost events, or began in the middle of its history.',
    unit: 'locale',
    decimals: 0,
    queries: [
      {
        expr: `${sum('region', gauge('orphan_tickets', REGION))} or 0 * ${sum('region', gauge('backlog_tickets', REGION))}`,
        legend: '{{region}}',
      },
    ],
    legendRight: true,
  });

/** What must always add up. */
export function identities(): Unplaced {
  const rows = joined(
    [
      ['identity', heading('Identity')],
      ['region', heading('Region'), property('noValue', 'all')],
    ],
    [
      column(
        'Imbalance',
        `max by (identity, region) (${gauge('identity_imbalance', 'region=~"$region|"')})`,
        unit('locale'),
        decimals(0),
        ...judged(noneAllowed().build()),
      ),
    ],
  );
  return tablePanel({
    title: 'Identities',
    means:
      'Difference between the two sides of what must always add up: events read = applied + duplicate + rejected + late dropped; clocks opened = settled + running + paused; calls that entered a queue = settled + waiting; the backlog of each region. Anything but 0 is a bug.',
    act: 'Not 0: trust no sum of that kind, keep the topics, and report it with the version.',
    unit: 'none',
    noValue: '-',
    queries: rows.queries,
    transformations: rows.transformations,
    overrides: rows.overrides,
    sortBy: [['Imbalance', true]],
  });
}

export function policies(): Unplaced {
  const rows = joined(
    [
      ['policy', heading('Policy')],
      ['version', heading('Version')],
    ],
    [
      column(
        'In force',
        `max by (policy, version) (${gauge('policy_info')}) == 1`,
        property('mappings', [words({ '1': [`${sign.good} in force`, colour.good] })]),
        tinted,
      ),
    ],
  );
  return tablePanel({
    title: 'Policies in force',
    means:
      'The policies the job judges by, and their version. A clock keeps the version in force at its opening (or retargeting) event.',
    act: 'A policy you published is missing: see refused policies at the left, and its effective_from.',
    unit: 'none',
    noValue: '-',
    queries: rows.queries,
    transformations: rows.transformations,
    overrides: rows.overrides,
    sortBy: [['Policy', false]],
  });
}

const PRIORITIES = ['p1', 'p2', 'p3', 'p4'] as const;

export function targets(): Unplaced {
  const rows = joined(
    [['sla', heading('SLA'), width(185)]],
    PRIORITIES.map((priority) =>
      column(
        priority,
        `min by (sla) (${gauge('sla_target_seconds', `priority="${priority}"`)} > 0)`,
        unit('s'),
        width(103),
        property('noValue', '-'),
      ),
    ),
  );
  return tablePanel({
    title: 'Time allowed',
    means:
      'The shortest target of the active policies in force, by SLA and priority; a policy that matches only some tickets of a priority is not told apart.',
    act: 'Not what was agreed? Publish a new version of the policy; running clocks keep theirs unless it says otherwise.',
    unit: 'none',
    noValue: '-',
    queries: rows.queries,
    transformations: rows.transformations,
    overrides: rows.overrides,
    sortBy: [['SLA', false]],
  });
}
