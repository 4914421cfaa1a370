import * as common from '@grafana/grafana-foundation-sdk/common';
import type { Unplaced } from '../layout.js';
import { coloured, property, statPanel, tablePanel, timeSeriesPanel } from '../panels.js';
import { ACTIVE, PRIORITY, RANGE, REGION, gauge, net, netPerHour, orZero, sum, target } from '../queries.js';
import { column, decimals, heading, joined, judged, unit, width } from '../tables.js';
import { slaColours } from '../labels.js';
import { againstTarget, colour, fewWanted, noneAllowed, sign } from '../theme.js';

const clocks = (state: string): string => gauge('sla_open_clocks', REGION, PRIORITY, `state="${state}"`);
const atRisk = (percent: string): string => gauge('sla_at_risk_clocks', REGION, `level="${percent}"`);

/** A state that no clock of an SLA was ever in has no series; here it is 0. */
const bySla = (gauges: string): string =>
  `${sum('sla', gauges)} or 0 * ${sum('sla', gauge('sla_open_clocks', REGION, PRIORITY))}`;

export const clocksOverdue = (): Unplaced =>
  statPanel({
    header: true,
    title: 'Overdue clocks',
    means: 'Active SLA clocks that are breached, whose stop was not seen, and that are still owed.',
    act: 'Work through the worst tickets below; each link opens the timeline of its clocks.',
    unit: 'locale',
    decimals: 0,
    spark: true,
    thresholds: noneAllowed(),
    queries: [{ expr: orZero(`sum(${clocks('overdue')})`), legend: 'overdue' }],
  });

export const clocksAtRisk = (): Unplaced =>
  statPanel({
    header: true,
    title: 'Clocks at risk',
    means:
      'Active unsettled clocks by their last warning: past 90 % or past 70 % of the time allowed. Not by priority: the metric does not know it.',
    act: 'Those past 90 % come next: put someone on them before the deadline does.',
    unit: 'locale',
    decimals: 0,
    names: true,
    orientation: common.VizOrientation.Auto,
    thresholds: fewWanted(),
    queries: [
      { expr: orZero(`sum(${atRisk('90')})`), legend: `${sign.warning} past 90 %`, instant: true },
      { expr: orZero(`sum(${atRisk('70')})`), legend: 'past 70 %', instant: true },
    ],
    overrides: [coloured('past 70 %', colour.neutral)],
  });

export const openClocks = (): Unplaced =>
  statPanel({
    header: true,
    title: 'Clocks open',
    means: 'Active clocks not settled: running, and paused by a status that the policy lets pause.',
    act: 'Many paused: look at who waits for whom. A pause just before a deadline is counted below as an anomaly.',
    unit: 'locale',
    decimals: 0,
    names: true,
    orientation: common.VizOrientation.Auto,
    queries: [
      { expr: orZero(`sum(${clocks('running')})`), legend: 'running', instant: true },
      { expr: orZero(`sum(${clocks('paused')})`), legend: 'paused', instant: true },
    ],
    overrides: [coloured('paused', colour.quiet)],
  });

export const openTickets = (): Unplaced =>
  statPanel({
    header: true,
    title: 'Open tickets',
    means: 'The backlog now: open tickets of these priorities, by their current owner.',
    act: 'Rising with steady arrivals: too few hands, or work stuck in one state. See backlog below.',
    unit: 'locale',
    decimals: 0,
    spark: true,
    queries: [{ expr: orZero(`sum(${gauge('backlog_tickets', REGION, PRIORITY)})`), legend: 'open' }],
  });

const verdicts = (verdict: string): string =>
  net('sla', 'sla_verdicts', RANGE, REGION, ACTIVE, `verdict=${verdict}`);

/** One row an SLA: what is open now, and what was settled in the time range with its ratio, n and target. */
export function clockTable(): Unplaced {
  const count = [unit('locale'), decimals(0), width(115)];
  const percent = [unit('percentunit'), decimals(1), width(115)];
  const met = verdicts('"met"');
  const settled = verdicts('~"met|breached"');
  const ratio = `${met} / (${settled} > 0)`;
  const rows = joined(
    [['sla', heading('SLA')]],
    [
      column('Overdue', bySla(clocks('overdue')), ...count, ...judged(noneAllowed().build())),
      column('Past 90 %', bySla(atRisk('90')), ...count, ...judged(fewWanted().build())),
      column('Past 70 %', bySla(atRisk('70')), ...count),
      column('Running', bySla(clocks('running')), ...count),
      column('Paused', bySla(clocks('paused')), ...count),
      column('In time', ratio, ...percent, property('noValue', 'none settled')),
      column('n', settled, ...count),
      column('Target', target(), unit('percentunit'), decimals(0), width(115), property('noValue', 'none set')),
      column('To target', `${ratio} - on (sla) ${target()}`, ...percent, ...judged(againstTarget().build())),
      column('Met', met, ...count),
      column('Breached', verdicts('"breached"'), ...count, ...judged(noneAllowed().build())),
      column('Cancelled', verdicts('"cancelled"'), ...count),
      column(
        'Shortest time allowed',
        `min by (sla) (${gauge('sla_target_seconds', PRIORITY)} > 0)`,
        unit('s'),
        property('noValue', 'by the ticket'),
        width(180),
      ),
    ],
  );
  return tablePanel({
    title: 'Clocks by SLA, now and in the time range',
    means:
      'One row an SLA. Now: overdue, past 90 % and 70 % of their time, running, paused. In the time range shown: met, breached and cancelled, net of corrections; in time = met / n with n = met + breached, cancelled in neither. ' +
      'Target and time allowed come from the policies in force. At risk, and what was settled, is of all priorities: the metrics do not tell what was taken back by priority.',
    act: 'A row under target with a large n is a promise broken as a rule, not by accident: look at who owns the step it measures.',
    unit: 'none',
    noValue: '-',
    queries: rows.queries,
    transformations: rows.transformations,
    overrides: rows.overrides,
    sortBy: [['Overdue', true]],
  });
}

export const overdueOverTime = (): Unplaced =>
  timeSeriesPanel({
    title: 'Overdue clocks by SLA',
    legendRight: true,
    means:
      'Active clocks overdue, by SLA, over the time range. A clock leaves when its stop is seen or when it is no longer owed.',
    act: 'See when it began to rise and what else changed then: arrivals, backlog, warnings.',
    unit: 'locale',
    decimals: 0,
    stacked: true,
    queries: [{ expr: bySla(clocks('overdue')), legend: '{{sla}}' }],
    overrides: slaColours,
  });

export const warnings = (): Unplaced =>
  timeSeriesPanel({
    title: 'Warnings per hour',
    means:
      'Warnings at 70 % and 90 % of the time allowed, once each per cycle, net of corrections, per hour of wall clock, in the region that owns the clock.',
    act: 'Many at 90 % of those at 70 %: warnings are not acted on. See who gets them.',
    unit: 'locale',
    decimals: 0,
    queries: [{ expr: netPerHour('level', 'sla_warnings', REGION), legend: 'at {{level}} %' }],
    overrides: [coloured('at 90 %', colour.warning), coloured('at 70 %', colour.neutral)],
  });
