import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { type Unplaced, line } from '../layout.js';
import { FIELD_REGION, SERIES_REGION, toRegion, toRegionPage, uid } from '../links.js';
import { property, tablePanel, timeSeriesPanel } from '../panels.js';
import { REGION, eventTime, gauge, rule, select, sum, target } from '../queries.js';
import { ratioByRegion } from '../ratios.js';
import { level, trouble } from '../regionLevels.js';
import { alertsTile, catchingUpTile, dataAgeTile, eventTimeTile, regionLevelsTile } from '../shared.js';
import { centred, column, decimals, filled, heading, joined, judged, links, tinted, unit, width } from '../tables.js';
import { againstTarget, colour, fewWanted, levelWords, noneAllowed, words } from '../theme.js';
import { framed } from './frame.js';
import { waitSteps } from './regionCalls.js';

const count = [unit('locale'), decimals(0)] as const;

/** A region of which no clock was ever in a state has no series of it; here it is 0. */
const orZeroByRegion = (expression: string): string =>
  `${expression} or 0 * ${sum('region', gauge('sla_open_clocks', REGION))}`;

const overdue = (...matchers: string[]): string =>
  orZeroByRegion(sum('region', gauge('sla_open_clocks', REGION, 'state="overdue"', ...matchers)));

const longest = orZeroByRegion(
  `scalar(${eventTime}) - min by (region) (${gauge('sla_worst_overdue_deadline_seconds', REGION)})`,
);

const atRisk = (percent: string): string =>
  orZeroByRegion(sum('region', gauge('sla_at_risk_clocks', REGION, `level="${percent}"`)));

function slaColumns(name: string, sla: string, window: '1h' | '6h') {
  const hours = window.replace('h', ' h');
  const of = `sla="${sla}"`;
  const ratio = `sum by (region) (${rule(`region_sla:aftercare_sla_met:ratio${window}`, of)})`;
  const percent = [unit('percentunit'), decimals(1)];
  return [
    column(`${name} ${hours}`, ratio, ...percent, width(130), property('noValue', 'none')),
    column(
      `n ${hours}`,
      `sum by (region) (${rule(`region_sla:aftercare_sla_settled:increase${window}`, of)})`,
      ...count,
      width(65),
    ),
    column(
      `To target ${hours}`,
      `${ratio} - scalar(${target(of)})`,
      ...percent,
      width(105),
      ...judged(againstTarget().build()),
    ),
  ];
}

function regionTable(): Unplaced {
  const rows = joined(
    [['region', heading('Region'), links(toRegion(FIELD_REGION), toRegionPage(FIELD_REGION))]],
    [
      column('Level', level, width(105), filled, centred, property('mappings', [levelWords])),
      column('Trouble', trouble, unit('locale'), decimals(0), width(80)),
      column('Overdue', overdue(), ...count, width(80), ...judged(noneAllowed().build())),
      column('p1, p2', overdue('priority=~"p1|p2"'), ...count, width(75), ...judged(noneAllowed().build())),
      column('Longest overdue', longest, unit('dtdhms'), width(135), ...judged(noneAllowed().build())),
      column('Past 90 %', atRisk('90'), ...count, width(95), ...judged(fewWanted().build())),
      column('Past 70 %', atRisk('70'), ...count, width(95)),
      ...slaColumns('1st response', 'first_response', '1h'),
      ...slaColumns('Resolution', 'resolution', '6h'),
      column(
        'Calls waiting',
        orZeroByRegion(sum('region', rule('region:aftercare_calls_waiting:sum'))),
        ...count,
        width(110),
      ),
      column(
        'Longest wait',
        orZeroByRegion(`max by (region) (${rule('region_queue:aftercare_call_longest_wait_seconds:max')})`),
        unit('s'),
        decimals(0),
        width(110),
        ...judged(waitSteps().build()),
      ),
      column('Open tickets', sum('region', rule('region:aftercare_backlog_tickets:sum')), ...count, width(120)),
      column(
        'Change 1 h',
        `sum by (region) (max without (instance, pod) (delta(${select('backlog_tickets', REGION)}[1h])))`,
        ...count,
        width(110),
        tinted,
        property('mappings', [words({ '0': ['0', colour.quiet] })]),
        property('thresholds', {
          mode: 'absolute',
          steps: [
            { value: null, color: colour.good },
            { value: 1, color: colour.warning },
          ],
        }),
        property('color', { mode: 'thresholds' }),
      ),
      column('Created 1 h', sum('region', rule('region:aftercare_tickets_created:increase1h')), ...count, width(105)),
      column('Resolved 1 h', sum('region', rule('region:aftercare_tickets_resolved:increase1h')), ...count, width(110)),
    ],
  );
  return tablePanel({
    title: 'Regions by trouble',
    means:
      'One row a region, worst first; click a heading to sort by it. Level and trouble as on the wallboard, by clocks: 8, 4, 2, 1 for each overdue clock of p1, p2, p3, the others, and 1/4 for one past 90 % of its time. ' +
      'Calls waiting, longest wait: callers in the queues of the region now, and how long whoever waits longest has waited, by event time. ' +
      'To target: points over or under the lowest target in force; the ratio stands beside the n it rests on, over the last 1 h (1st response: first response) and the last 6 h (resolution) of the wall clock. Change 1 h: open tickets now against 1 h ago.',
    act: 'Click the first region: its dashboard says which clocks and which tickets.',
    unit: 'none',
    noValue: '-',
    queries: rows.queries,
    transformations: rows.transformations,
    overrides: rows.overrides,
    sortBy: [['Trouble', true]],
  });
}

const trend = (title: string, means: string, act: string, expr: string): Unplaced =>
  timeSeriesPanel({
    title,
    means,
    act,
    unit: 'locale',
    decimals: 0,
    legendRight: true,
    links: [toRegion(SERIES_REGION), toRegionPage(SERIES_REGION)],
    queries: [{ expr, legend: '{{region}}' }],
  });

export const regions = (): dashboard.Dashboard =>
  framed({
    uid: uid.regions,
    title: 'Aftercare: regions',
    description: 'All regions side by side: who is in trouble, since when, and who is about to be.',
    from: 'now-3h',
    refresh: '30s',
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
          line(11, [24, regionTable()]),
          line(
            10,
            [
              8,
              trend(
                'Overdue clocks',
                'Active SLA clocks that are breached, whose stop was not seen, and that are still owed, a line a region.',
                'A line that rises while the others do not is a region that needs hands. Click it.',
                overdue(),
              ),
            ],
            [8, ratioByRegion('First response in time, last 1 h', 'first_response')],
            [
              8,
              trend(
                'Open tickets',
                'The backlog by current owner, a line a region. A transfer moves a ticket from line to line.',
                'Rising for hours: compare created and resolved in the table, then open the region.',
                sum('region', rule('region:aftercare_backlog_tickets:sum')),
              ),
            ],
          ),
        ],
      },
    ],
  });
