import * as common from '@grafana/grafana-foundation-sdk/common';
import type { Unplaced } from './layout.js';
import { FIELD_REGION, FIELD_TICKET, toRegion, toRegionPage, toTicketPage } from './links.js';
import { coloured, named, statPanel, tablePanel } from './panels.js';
import { dataAge, eventTime, firing, gauge, orZero, overdueBy, overdueDeadline, worded } from './queries.js';
import { regionsAt } from './regionLevels.js';
import { column, heading, joined, judged, links, unit, width } from './tables.js';
import { colour, fewWanted, noneAllowed, sign, steps, words } from './theme.js';

/** Top right of each dashboard: whether what is shown is of now. */
export function dataAgeTile(): Unplaced {
  return statPanel({
    header: true,
    title: 'Data age',
    means:
      'How long ago, by the wall clock, event time last moved. Over 30 s everything on this page is STALE: it shows what was, not what is.',
    act: 'When STALE, trust no tile and open the pipeline dashboard: exporter ready? event time moving? checkpoint fresh?',
    unit: 's',
    decimals: 0,
    min: 0,
    names: true,
    background: true,
    thresholds: steps(colour.good, [30, colour.bad]),
    noValue: `${sign.bad} no data`,
    queries: [
      {
        expr: worded(`(${dataAge})`, 'state', [['<= 30', `${sign.good} fresh`]], `${sign.bad} STALE`),
        legend: '{{state}}',
        instant: true,
      },
    ],
  });
}

export function eventTimeTile(): Unplaced {
  return statPanel({
    header: true,
    title: 'Event time',
    valueSize: 24,
    means:
      'The event time all jobs have reached; every clock runs on it, and "overdue by" is counted up to it. In a demo or a replay it is not the wall clock.',
    act: 'Live, it follows the wall clock by a few seconds. If it stands still, open the pipeline dashboard.',
    unit: 'dateTimeAsIso',
    queries: [{ expr: `1000 * ${eventTime}`, legend: 'event time', instant: true }],
  });
}

export function catchingUpTile(): Unplaced {
  return statPanel({
    header: true,
    title: 'Catching up',
    means:
      'Whether event time is more than 10 s behind the wall clock: records are unread, or the broker was away. Until it ends, nobody is paged about SLAs, and figures lag.',
    act: 'Wait; if it lasts over 10 minutes, look at the rate of events on the pipeline dashboard.',
    unit: 'none',
    names: false,
    mappings: [words({ '0': [`${sign.good} no`, colour.good], '1': [`${sign.warning} yes`, colour.warning] })],
    thresholds: fewWanted(),
    queries: [{ expr: orZero(`max(${gauge('catching_up')})`), legend: 'catching up', instant: true }],
  });
}

export function alertsTile(): Unplaced {
  return statPanel({
    header: true,
    title: 'Alerts firing',
    means: 'Alerts that fire now for these regions, by what they ask: page = now, notify = in working hours, ticket = next day.',
    act: 'Follow the runbook named in the alert. Red lines in the graphs mark since when it fires.',
    unit: 'locale',
    decimals: 0,
    names: true,
    orientation: common.VizOrientation.Auto,
    thresholds: noneAllowed(),
    queries: [
      { expr: orZero(`count(${firing.replace('}', ', severity="page"}')})`), legend: 'page', instant: true },
      { expr: orZero(`count(${firing.replace('}', ', severity="notify"}')})`), legend: 'notify', instant: true },
      { expr: orZero(`count(${firing.replace('}', ', severity="ticket"}')})`), legend: 'ticket', instant: true },
    ],
    overrides: [
      named('notify', { id: 'thresholds', value: fewWanted().build() }),
      named('ticket', { id: 'thresholds', value: fewWanted().build() }),
    ],
  });
}

export function regionLevelsTile(): Unplaced {
  return statPanel({
  header: true,
  title: 'Regions',
  means:
    'Regions by trouble. Critical: an overdue p1 or p2 clock, or first response more than 20 points under target (last 1 h, n >= 20). Warning: any overdue clock, any past 90 % of its time, or first response under target. Quiet: no open clock.',
  act: 'Open the regions dashboard: it is sorted by trouble.',
  unit: 'locale',
  decimals: 0,
  names: true,
  orientation: common.VizOrientation.Auto,
  queries: [3, 2, 1, 0].map((number, index) => ({
    expr: regionsAt(number),
    legend: [`${sign.bad} critical`, `${sign.warning} warning`, `${sign.good} ok`, `${sign.quiet} quiet`][index] ?? '',
    instant: true,
  })),
  overrides: [
    coloured(`${sign.bad} critical`, colour.bad),
    coloured(`${sign.warning} warning`, colour.warning),
    coloured(`${sign.good} ok`, colour.good),
    coloured(`${sign.quiet} quiet`, colour.quiet),
  ],
});
}

/** The tickets overdue longest, each with links to its page and its region. */
export function worstTickets(count: number, ...kept: string[]): Unplaced {
  const rows = joined(
    [
      ['ticket_id', heading('Ticket'), width(220), links(toTicketPage(FIELD_TICKET))],
      ['region', heading('Region'), width(130), links(toRegion(FIELD_REGION, ...kept), toRegionPage(FIELD_REGION))],
      ['sla', heading('SLA')],
    ],
    [
      column('Overdue by', overdueBy(count), unit('dtdhms'), width(140), ...judged(noneAllowed().build())),
      column('Deadline (event time)', overdueDeadline(count), unit('dateTimeAsIso'), width(190), {
        id: 'mappings',
        value: [words({ '0': ['none', colour.quiet] })],
      }),
    ],
  );
  return tablePanel({
    title: 'Worst tickets',
    means:
      `The ${count} clocks overdue longest: breached, their stop not seen, and still owed. Overdue by = event time - deadline. The exporter lists the five worst of each region and SLA; "none listed" means that no clock is overdue, or that the list is switched off.`,
    act: 'Take the first one: the ticket opens the timeline of its clocks on the wallboard, the region opens its dashboard.',
    unit: 'none',
    noValue: '-',
    queries: rows.queries,
    transformations: rows.transformations,
    overrides: rows.overrides,
    sortBy: [['Overdue by', true]],
  });
}
