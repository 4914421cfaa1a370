import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { line } from '../layout.js';
import { SERIES_REGION, toRegion, toRegionPage, uid } from '../links.js';
import { barGaugePanel, coloured, matching, property, statPanel } from '../panels.js';
import { REGION, eventTime, gauge, orNone, rule, sum } from '../queries.js';
import { ratioTile } from '../ratios.js';
import { alertsTile, catchingUpTile, dataAgeTile, eventTimeTile, regionLevelsTile, worstTickets } from '../shared.js';
import { colour, fewWanted, noneAllowed, sign } from '../theme.js';
import { framed } from './frame.js';
import { waitSteps } from './regionCalls.js';

const overdue = gauge('sla_open_clocks', REGION, 'state="overdue"');
const atRisk = (percent: string): string =>
  `sum(${gauge('sla_at_risk_clocks', REGION, `level="${percent}"`)}) or vector(0)`;

const overdueClocks = statPanel({
  title: 'Overdue clocks',
  means:
    'Active SLA clocks that are breached, whose stop was not seen, and that are still owed. One ticket can have several.',
  act: 'Anything but 0 is a broken promise that can still be made good: start with the worst tickets below.',
  unit: 'locale',
  decimals: 0,
  spark: true,
  valueSize: 64,
  thresholds: noneAllowed(),
  queries: [{ expr: `sum(${overdue}) or vector(0)`, legend: 'overdue' }],
});

const longestOverdue = statPanel({
  title: 'Longest overdue',
  means: 'The clock overdue longest: event time - deadline, with its ticket and region. 0 s: none is listed.',
  act: 'Find its ticket first in the table below and open its page.',
  unit: 'dtdhms',
  valueSize: 52,
  names: true,
  thresholds: noneAllowed(),
  queries: [
    {
      expr: orNone(
        `topk(1, scalar(${eventTime}) - min by (ticket_id, region) (${gauge('sla_worst_overdue_deadline_seconds', REGION)}))`,
        'ticket_id',
        'none listed',
      ),
      legend: '{{ticket_id}} {{region}}',
      instant: true,
    },
  ],
});

const atRiskClocks = statPanel({
  title: 'Clocks at risk',
  means:
    'Active unsettled clocks by their last warning: past 90 % or past 70 % of the time allowed. A clock is in one of the two.',
  act: 'Those past 90 % come next: put someone on them before the deadline does. A region names its tickets on the wallboard.',
  unit: 'locale',
  decimals: 0,
  names: true,
  valueSize: 60,
  thresholds: fewWanted(),
  queries: [
    { expr: atRisk('90'), legend: `${sign.warning} past 90 %`, instant: true },
    { expr: atRisk('70'), legend: 'past 70 %', instant: true },
  ],
  overrides: [coloured('past 70 %', colour.neutral)],
});

const backlog = statPanel({
  title: 'Open tickets',
  means: 'The backlog now: open tickets, by their current owner.',
  act: 'A rising line with steady arrivals means too few hands: compare created and resolved.',
  unit: 'locale',
  decimals: 0,
  spark: true,
  valueSize: 64,
  queries: [{ expr: `sum(${rule('region:aftercare_backlog_tickets:sum')}) or vector(0)`, legend: 'open' }],
});

const calls = statPanel({
  title: 'Calls waiting',
  means:
    'Callers in all queues now, and how long whoever waits longest has waited, by event time, with the queue. 0: nobody waits.',
  act: 'Over 120 s somebody is paged. The region dashboard says which queues, and what its agents are doing.',
  unit: 'locale',
  decimals: 0,
  names: true,
  valueSize: 48,
  queries: [
    { expr: `sum(${rule('region:aftercare_calls_waiting:sum')}) or vector(0)`, legend: 'waiting', instant: true },
    {
      expr: orNone(
        `topk(1, ${rule('region_queue:aftercare_call_longest_wait_seconds:max')} > 0)`,
        'queue',
        'nobody',
      ),
      legend: 'longest: {{queue}}',
      instant: true,
    },
  ],
  overrides: [
    matching('/^longest/', property('unit', 's'), property('thresholds', waitSteps().build())),
  ],
});

const flow = statPanel({
  title: 'Tickets, last 1 h',
  means:
    'Tickets created and resolved in the last 1 h of the wall clock, net of corrections. A reopened ticket that is resolved again counts again.',
  act: 'More created than resolved for hours: the backlog grows. See the regions dashboard for where.',
  unit: 'locale',
  decimals: 0,
  names: true,
  queries: [
    {
      expr: `sum(${rule('region:aftercare_tickets_created:increase1h')}) or vector(0)`,
      legend: 'created',
      instant: true,
    },
    {
      expr: `sum(${rule('region:aftercare_tickets_resolved:increase1h')}) or vector(0)`,
      legend: 'resolved',
      instant: true,
    },
  ],
  overrides: [coloured('resolved', colour.good)],
});

const overdueByRegion = barGaugePanel({
  title: 'Overdue clocks by region',
  means: 'Active SLA clocks overdue now, a bar a region.',
  act: 'Click a bar for its region.',
  unit: 'locale',
  decimals: 0,
  min: 0,
  valueSize: 22,
  thresholds: noneAllowed(),
  links: [toRegion(SERIES_REGION), toRegionPage(SERIES_REGION)],
  queries: [{ expr: orNone(`sort_desc(${sum('region', overdue)})`, 'region'), legend: '{{region}}', instant: true }],
});

const triageAct =
  'Triage has no slack: every ticket classified and assigned within its time. Look for tickets without an owner.';

export const wallboard = (): dashboard.Dashboard =>
  framed({
    uid: uid.wallboard,
    title: 'Aftercare: wallboard',
    description:
      'For the wall of an operations center: nine tiles, the regions and the worst tickets. Read it from left to right, then open the region in trouble.',
    from: 'now-1h',
    refresh: '10s',
    parts: [
      {
        lines: [
          line(
            3,
            [8, regionLevelsTile()],
            [5, alertsTile()],
            [3, catchingUpTile()],
            [4, eventTimeTile()],
            [4, dataAgeTile()],
          ),
          line(5, [5, overdueClocks], [5, longestOverdue], [5, atRiskClocks], [5, calls], [4, backlog]),
          line(
            4,
            [
              6,
              ratioTile(
                'First response in time',
                'first_response',
                '1h',
                'Under target: put people on the live channels first, their time is 30 s; then on the oldest unanswered messages.',
              ),
            ],
            [6, ratioTile('Triage in time', 'triage', '1h', triageAct)],
            [
              6,
              ratioTile(
                'Resolution in time',
                'resolution',
                '6h',
                'Under target: look at the region dashboard for which priority, and at the backlog in waiting.',
              ),
            ],
            [6, flow],
          ),
          line(12, [15, worstTickets(10)], [9, overdueByRegion]),
        ],
      },
    ],
  });
