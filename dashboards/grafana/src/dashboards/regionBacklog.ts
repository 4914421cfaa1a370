import { priorityColours } from '../labels.js';
import type { Unplaced } from '../layout.js';
import { barGaugePanel, coloured, timeSeriesPanel } from '../panels.js';
import { CHANNEL, PRIORITY, RANGE, REGION, gauge, net, netPerHour, orNone, sum } from '../queries.js';
import { colour } from '../theme.js';

export const createdAndResolved = (): Unplaced =>
  timeSeriesPanel({
    title: 'Created and resolved per hour',
    means: 'Tickets created (of these channels), resolved (of these priorities) and reopened per hour of wall clock, net of corrections. A reopened ticket that is resolved again counts again.',
    act: 'Created above resolved for hours: the backlog grows by the difference. Reopened rising: look at how tickets are resolved.',
    unit: 'locale',
    decimals: 0,
    queries: [
      { expr: netPerHour('', 'tickets_created', REGION, CHANNEL), legend: 'created' },
      { expr: netPerHour('', 'tickets_resolved', REGION, PRIORITY), legend: 'resolved' },
      { expr: netPerHour('', 'tickets_reopened', REGION, PRIORITY), legend: 'reopened' },
    ],
    overrides: [coloured('created', colour.neutral), coloured('resolved', colour.good), coloured('reopened', colour.warning)],
  });

export const backlogByPriority = (): Unplaced =>
  timeSeriesPanel({
    title: 'Open tickets by priority',
    means: 'The backlog: open tickets by priority, by their current owner. The lines add up.',
    act: 'p1 and p2 come first whatever the sum does.',
    unit: 'locale',
    decimals: 0,
    stacked: true,
    queries: [{ expr: sum('priority', gauge('backlog_tickets', REGION, PRIORITY)), legend: '{{priority}}' }],
    overrides: priorityColours,
  });

export const backlogByState = (): Unplaced =>
  timeSeriesPanel({
    title: 'Open tickets by state',
    means: 'The backlog by what it waits for: new, in progress, scheduled, waiting (for customer, parts or a third party), unknown. The lines add up.',
    act: 'New rising: triage. Scheduled rising: engineers. Waiting rising: parts, or customers nobody called back.',
    unit: 'locale',
    decimals: 0,
    stacked: true,
    queries: [{ expr: sum('state', gauge('backlog_tickets', REGION, PRIORITY)), legend: '{{state}}' }],
    overrides: [
      coloured('new', colour.bad),
      coloured('in_progress', colour.good),
      coloured('scheduled', colour.neutral),
      coloured('waiting', colour.warning),
      coloured('unknown', colour.quiet),
    ],
  });

export const createdByChannel = (): Unplaced =>
  barGaugePanel({
    title: 'Created by channel',
    means: 'Tickets created in the time range shown, by how the customer came, net of corrections.',
    act: 'A channel that grows wants its crew; one that falls to 0 may be broken.',
    unit: 'locale',
    decimals: 0,
    min: 0,
    queries: [
      {
        expr: orNone(`sort_desc(${net('channel', 'tickets_created', RANGE, REGION, CHANNEL)})`, 'channel'),
        legend: '{{channel}}',
        instant: true,
      },
    ],
  });

export const transfers = (): Unplaced =>
  timeSeriesPanel({
    title: 'Transfers per hour',
    means: 'Open tickets handed from region to region per hour of wall clock, into and out of these regions, net of corrections. The clocks of the customer go on.',
    act: 'Much in and out of one region is a ticket nobody wants: agree who owns the kind.',
    unit: 'locale',
    decimals: 1,
    queries: [{ expr: netPerHour('direction', 'tickets_transferred', REGION), legend: '{{direction}}' }],
    overrides: [coloured('in', colour.neutral), coloured('out', colour.warning)],
  });

export const endings = (): Unplaced =>
  timeSeriesPanel({
    title: 'Closed and cancelled per hour',
    means: 'First closings (of these priorities), and tickets that ended without being served, by cause: cancelled, merged, spam; per hour of wall clock, net of corrections.',
    act: 'Cancelled rising with overdue clocks: customers give up. Spam or merged rising: look at intake.',
    unit: 'locale',
    decimals: 1,
    queries: [
      { expr: netPerHour('', 'tickets_closed', REGION, PRIORITY), legend: 'closed' },
      { expr: netPerHour('cause', 'tickets_cancelled', REGION), legend: '{{cause}}' },
    ],
    overrides: [
      coloured('closed', colour.good),
      coloured('cancelled', colour.warning),
      coloured('merged', colour.neutral),
      coloured('spam', colour.quiet),
    ],
  });
