import type { Unplaced } from '../layout.js';
import { barGaugePanel, coloured, property, statPanel, timeSeriesPanel } from '../panels.js';
import { RANGE, REGION, net, netPerHour, orNone, worded } from '../queries.js';
import { colour, noneSettled, sign } from '../theme.js';

const ON = `${sign.good} on goal`;
const UNDER = `${sign.warning} under goal`;
const UNJUDGED = `${sign.quiet} no goal`;

interface Quality {
  readonly title: string;
  readonly means: string;
  readonly act: string;
  readonly counter: string;
  readonly good: string;
  readonly all?: string;
  /** From the after-sales literature the product was commissioned from; no goal: null. */
  readonly goal: number | null;
}

/** A share of cohorts that settled in the time range, with its goal and the n it rests on. */
function qualityTile({ title, means, act, counter, good, all = '', goal }: Quality): Unplaced {
  const n = net('', counter, RANGE, REGION, ...(all === '' ? [] : [all]));
  const share = `(${net('', counter, RANGE, REGION, good)} / ${n})`;
  return statPanel({
    title,
    means: `${means} Of what settled in the time range shown, by event time, net of corrections; n stands beside it.`,
    act,
    unit: 'percentunit',
    decimals: 1,
    names: true,
    valueSize: 30,
    noValue: 'none settled',
    mappings: [noneSettled],
    queries: [
      {
        expr:
          goal === null
            ? worded(share, 'standing', [], UNJUDGED)
            : worded(
                share,
                'standing',
                [
                  [`>= ${goal}`, ON],
                  [`< ${goal}`, UNDER],
                ],
                UNJUDGED,
              ),
        legend: '{{standing}}',
        instant: true,
      },
      { expr: n, legend: 'n', instant: true },
    ],
    overrides: [
      coloured(ON, colour.good),
      coloured(UNDER, colour.warning),
      coloured(UNJUDGED, colour.neutral),
      coloured('n', colour.quiet, property('unit', 'locale'), property('decimals', 0)),
    ],
  });
}

export const firstContact = (): Unplaced =>
  qualityTile({
    title: 'Solved at the first contact',
    means: 'Confirmed / (confirmed + failed): solved at once, and the customer did not come again within a week.',
    act: 'Falling: look at what customers come back with; it is often one product or one answer.',
    counter: 'first_contact_resolutions',
    good: 'outcome="confirmed"',
    all: 'outcome=~"confirmed|failed"',
    goal: null,
  });

export const remote = (): Unplaced =>
  qualityTile({
    title: 'Solved remotely',
    means: 'Resolutions for which nobody had to go there, of those whose way is known. Goal 80 %.',
    act: 'Under goal: look at which faults send an engineer out that guidance could solve.',
    counter: 'remote_resolutions',
    good: 'outcome="remote"',
    all: 'outcome=~"remote|not_remote"',
    goal: 0.8,
  });

export const closedLoop = (): Unplaced =>
  qualityTile({
    title: 'Closed loop',
    means: 'Resolved, confirmed by the customer and not reopened within a week. Goal 85 %; the baseline is 78 %.',
    act: 'Under goal: are follow-ups made, and do they reach the customer?',
    counter: 'closed_loop_verdicts',
    good: 'verdict="closed"',
    goal: 0.85,
  });

export const repairSuccess = (): Unplaced =>
  qualityTile({
    title: 'Repairs accepted at once',
    means: 'First acceptances that passed.',
    act: 'Falling: look at the engineers and parts of the failed ones.',
    counter: 'repairs',
    good: 'outcome="passed"',
    goal: null,
  });

export const onTimeArrival = (): Unplaced =>
  qualityTile({
    title: 'Engineers on time',
    means: 'Appointments kept, of those kept, late and missed; rescheduled and cancelled ones are in neither.',
    act: 'Falling: look at routes and at how windows are promised.',
    counter: 'appointments',
    good: 'outcome="on_time"',
    all: 'outcome=~"on_time|late|missed"',
    goal: null,
  });

export const surveys = (): Unplaced =>
  qualityTile({
    title: 'Surveys completed',
    means: 'Surveys answered within a week of being sent. Goal 85 %.',
    act: 'Under goal: what few say is not what all think; look at when surveys are sent.',
    counter: 'survey_verdicts',
    good: 'verdict="completed"',
    goal: 0.85,
  });

export const intake = (): Unplaced =>
  qualityTile({
    title: 'Intake complete',
    means: 'Tickets created with no field left empty.',
    act: 'Falling: which source or channel? Missing fields cost a question later.',
    counter: 'ticket_intake',
    good: 'complete="true"',
    goal: null,
  });

export const promoters = (): Unplaced => {
  const n = net('', 'nps_responses', RANGE, REGION);
  return statPanel({
    title: 'Net promoter score',
    means:
      'Promoters (9, 10) minus detractors (0 to 6) of 100 answers on a scale of exactly 0 to 10, in the time range shown, net of corrections; from -100 to 100.',
    act: 'Read what detractors have in common before the score itself.',
    unit: 'none',
    decimals: 0,
    names: true,
    valueSize: 30,
    noValue: 'no answers',
    mappings: [noneSettled],
    queries: [
      {
        expr: `100 * (${net('', 'nps_responses', RANGE, REGION, 'group="promoter"')} - ${net('', 'nps_responses', RANGE, REGION, 'group="detractor"')}) / ${n}`,
        legend: 'score',
        instant: true,
      },
      { expr: n, legend: 'n', instant: true },
    ],
    overrides: [coloured('n', colour.quiet, property('unit', 'locale'), property('decimals', 0))],
  });
};

export const satisfaction = (): Unplaced =>
  barGaugePanel({
    title: 'Satisfaction',
    means:
      'Survey answers on a scale of 0 to 100 in the time range shown, net of corrections: very satisfied from 90, satisfied from 80, neutral from 60, dissatisfied below.',
    act: 'Dissatisfied growing: call them while they still talk to you.',
    unit: 'locale',
    decimals: 0,
    min: 0,
    queries: [
      {
        expr: orNone(net('band', 'satisfaction_responses', RANGE, REGION), 'band'),
        legend: '{{band}}',
        instant: true,
      },
    ],
    overrides: [
      coloured('very_satisfied', colour.good),
      coloured('satisfied', colour.neutral),
      coloured('neutral', colour.warning),
      coloured('dissatisfied', colour.bad),
    ],
  });

export const appointments = (): Unplaced =>
  timeSeriesPanel({
    title: 'Appointments per hour',
    means:
      'What became of appointments per hour of wall clock, net of corrections: on time, late, missed, rescheduled, cancelled.',
    act: 'Rescheduled rising is a promise made too early: look at parts and at planning.',
    unit: 'locale',
    decimals: 1,
    queries: [{ expr: netPerHour('outcome', 'appointments', REGION), legend: '{{outcome}}' }],
    overrides: [
      coloured('on_time', colour.good),
      coloured('late', colour.warning),
      coloured('missed', colour.bad),
      coloured('rescheduled', colour.second),
      coloured('cancelled', colour.quiet),
    ],
  });

export const returns = (): Unplaced =>
  statPanel({
    title: 'Repairs that came back',
    means: 'Repairs of a device that was repaired at most 30 days before, in the time range shown, net of corrections.',
    act: 'Each is a repair that did not hold: same part, same engineer, same product line?',
    unit: 'locale',
    decimals: 0,
    valueSize: 40,
    queries: [{ expr: net('', 'return_repairs', RANGE, REGION), legend: 'came back', instant: true }],
  });
