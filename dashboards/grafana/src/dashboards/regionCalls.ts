import * as common from '@grafana/grafana-foundation-sdk/common';
import { agentColours, outcomeColours } from '../labels.js';
import type { Unplaced } from '../layout.js';
import { coloured, counts, promised, property, statPanel, timeSeriesPanel } from '../panels.js';
import { QUEUE, REGION, gauge, netPerHour, orNone, orZero, rule, sum } from '../queries.js';
import { colour, fewWanted, noneAllowed, plain, sign, steps } from '../theme.js';

const SETTLED = 'region_queue_definition:aftercare_calls_settled:increase1h';
const IN_TIME = 'region_queue_definition:aftercare_calls_in_time:increase1h';
const HANDLING = 'state=~"on_contact|on_hold|wrap_up"';
const STAFFED = 'state=~"on_contact|on_hold|wrap_up|available|ringing"';

/** A wait of a minute deserves a look; from two on somebody is paged. */
export const waitSteps = () => steps(colour.good, [60, colour.warning], [120, colour.bad]);

export const callsWaiting = (): Unplaced =>
  statPanel({
    header: true,
    title: 'Calls waiting',
    means: 'Callers in these queues now.',
    act: 'Rising while agents are free: they are signed in to another queue. See the queues below.',
    unit: 'locale',
    decimals: 0,
    spark: true,
    queries: [
      { expr: orZero(sum('', rule('region_queue:aftercare_calls_waiting:sum', QUEUE))), legend: 'waiting' },
    ],
  });

export const longestWait = (): Unplaced =>
  statPanel({
    header: true,
    title: 'Longest wait',
    means: 'How long whoever waits longest in these queues has waited, by event time, and in which queue.',
    act: 'Over 120 s somebody is paged: put agents on that queue. Hours: nobody is there, an event was lost.',
    unit: 's',
    decimals: 0,
    names: true,
    thresholds: waitSteps(),
    queries: [
      {
        expr: orNone(
          `topk(1, ${rule('region_queue:aftercare_call_longest_wait_seconds:max', QUEUE)} > 0)`,
          'queue',
          'nobody',
        ),
        legend: '{{queue}}',
        instant: true,
      },
    ],
  });

export const agentsNow = (): Unplaced =>
  statPanel({
    header: true,
    title: 'Agents',
    means:
      'Agents of these regions now: available, and staffed (available, ringing, on contact, on hold, in wrap-up). Not by queue: an agent has none.',
    act: 'None available while calls wait: move people, or offer callbacks.',
    unit: 'locale',
    decimals: 0,
    names: true,
    orientation: common.VizOrientation.Auto,
    queries: [
      { expr: orZero(sum('', gauge('agents', REGION, 'state="available"'))), legend: 'available', instant: true },
      { expr: orZero(sum('', gauge('agents', REGION, STAFFED))), legend: 'staffed', instant: true },
    ],
    overrides: [coloured('staffed', colour.quiet)],
  });

export const occupancyNow = (): Unplaced =>
  statPanel({
    header: true,
    title: 'Occupancy now',
    means:
      'Of the agents staffed now, those who handle a contact: (on contact + on hold + wrap-up) / (these + available + ringing).',
    act: 'Near 100 % every further call waits: a queue grows by itself from about 85 % on.',
    unit: 'percentunit',
    decimals: 0,
    noValue: 'nobody staffed',
    thresholds: steps(colour.good, [0.85, colour.warning], [0.95, colour.bad]),
    queries: [
      {
        expr: `sum(${gauge('agents', REGION, HANDLING)}) / (sum(${gauge('agents', REGION, STAFFED)}) > 0)`,
        legend: 'occupancy',
        instant: true,
      },
    ],
  });

export const callbacksNow = (): Unplaced =>
  statPanel({
    header: true,
    title: 'Callbacks',
    means:
      'Callbacks asked for in these queues and not made yet; overdue: those of these regions that were promised for earlier (not by queue).',
    act: 'Overdue: call them now; the worst are among the worst tickets, by the id of their call.',
    unit: 'locale',
    decimals: 0,
    names: true,
    orientation: common.VizOrientation.Auto,
    thresholds: plain(),
    queries: [
      { expr: orZero(sum('', gauge('callbacks_waiting', REGION, QUEUE))), legend: 'waiting', instant: true },
      {
        expr: orZero(sum('', gauge('sla_open_clocks', REGION, 'sla="callback"', 'state="overdue"'))),
        legend: `${sign.bad} overdue`,
        instant: true,
      },
    ],
    overrides: [
      [{ id: 'byName', options: `${sign.bad} overdue` }, [property('thresholds', noneAllowed().build())]],
    ],
  });

export const lostEnds = (): Unplaced =>
  statPanel({
    header: true,
    title: 'Ends lost, last 1 h',
    means: 'Waits and talks that no event ended and a time limit did, in the last 1 h of the wall clock, net of corrections.',
    act: 'Anything but 0: events of the telephone system were lost; until the limit the queue looked busier than it was.',
    unit: 'locale',
    decimals: 0,
    thresholds: fewWanted(),
    queries: [
      {
        expr: orZero(sum('', rule('region_queue:aftercare_calls_timed_out:increase1h', QUEUE))),
        legend: 'lost',
        instant: true,
      },
    ],
  });

const byDefinition = (name: string): string => sum('definition', rule(name, QUEUE));

export const serviceLevels = (): Unplaced =>
  timeSeriesPanel({
    title: 'Service level by definition, last 1 h',
    means:
      'Share of calls answered in time in the last 1 h of the wall clock before each point, of all these queues together, net of corrections. The definitions differ in what they divide by: of_answered (answered), of_offered (all that settled), ' +
      'excl_short_abandons, excl_all_abandons, abandon_in_time_counts; callbacks and transfers are in none. Dashed: the lowest goal of these queues; bars: n by excl_short_abandons on the axis at the right.',
    act: 'Hold excl_short_abandons against the goal, as the alert does. Lines far apart: many hang up; see outcomes.',
    unit: 'percentunit',
    decimals: 1,
    max: 1,
    softMin: 0.5,
    legendRight: true,
    noValue: 'none settled',
    queries: [
      { expr: `${byDefinition(IN_TIME)} / (${byDefinition(SETTLED)} > 0)`, legend: '{{definition}}' },
      { expr: `min(${gauge('call_service_level_target_ratio', REGION, QUEUE)} > 0)`, legend: 'target' },
      { expr: sum('', rule(SETTLED, QUEUE, 'definition="excl_short_abandons"')), legend: 'n' },
    ],
    overrides: [
      coloured('of_answered', colour.neutral),
      coloured('of_offered', colour.warning),
      coloured('excl_short_abandons', colour.good, property('custom.lineWidth', 3)),
      coloured('excl_all_abandons', colour.second),
      coloured('abandon_in_time_counts', colour.third),
      promised('target'),
      counts('n'),
    ],
  });

export const callOutcomes = (): Unplaced =>
  timeSeriesPanel({
    title: 'Outcomes of calls per hour',
    means:
      "How waits in these queues ended, per hour of wall clock, net of corrections. In time and late: within the queue's threshold or not; short: abandoned sooner than counts. The lines add up.",
    act: 'Late answers and late abandons want agents; failed and closed are the telephone system; overflowed is work for others.',
    unit: 'locale',
    decimals: 0,
    stacked: true,
    legendRight: true,
    queries: [{ expr: netPerHour('outcome', 'calls_settled', REGION, QUEUE), legend: '{{outcome}}' }],
    overrides: outcomeColours,
  });

const byQueue = (title: string, means: string, act: string, unit: string, name: string): Unplaced =>
  timeSeriesPanel({
    title,
    means,
    act,
    unit,
    decimals: 0,
    min: 0,
    noValue: 'none in the time range',
    legendRight: true,
    queries: [{ expr: rule(name, QUEUE), legend: '{{queue}}' }],
  });

export const waitingOverTime = (): Unplaced =>
  byQueue(
    'Calls waiting by queue',
    'Callers in each queue, a line a queue.',
    'A line that rises while the others do not is a queue that needs agents.',
    'locale',
    'region_queue:aftercare_calls_waiting:sum',
  );

export const speedOfAnswer = (): Unplaced =>
  byQueue(
    'Speed of answer (ASA), last 1 h',
    'Mean time from entering the queue to the agent of the calls answered in the last 1 h of the wall clock before each point, those answered at once included; first observations. A queue without an answer has no line.',
    'Rising with a steady handle time: more calls or fewer agents. Rising with it: the work has changed.',
    's',
    'region_queue:aftercare_call_wait_seconds:mean1h',
  );

export const handleTime = (): Unplaced =>
  byQueue(
    'Handle time (AHT), last 1 h',
    "Mean of talk, hold and wrap-up of an agent's part in a call, of those settled in the last 1 h of the wall clock before each point; first observations.",
    'Rising everywhere: a tool is slow. Rising in one queue: a new kind of question.',
    's',
    'region_queue:aftercare_call_handle_seconds:mean1h',
  );

export const abandonRate = (): Unplaced =>
  timeSeriesPanel({
    title: 'Abandoned, last 1 h',
    means:
      'Share of callers who hung up before anybody answered, short abandons among them, of all that settled (of_offered) in the last 1 h of the wall clock before each point, a line a queue; bars: n of all these queues on the axis at the right.',
    act: 'Over 5 % in half an hour an alert says so. See outcomes for when they hang up.',
    unit: 'percentunit',
    decimals: 1,
    max: 1,
    noValue: 'none settled',
    legendRight: true,
    queries: [
      { expr: rule('region_queue:aftercare_calls_abandoned:ratio1h', QUEUE), legend: '{{queue}}' },
      { expr: sum('', rule(SETTLED, QUEUE, 'definition="of_offered"')), legend: 'n' },
    ],
    overrides: [counts('n')],
  });

export const agentsByState = (): Unplaced =>
  timeSeriesPanel({
    title: 'Agents by state',
    means: 'Agents of these regions by what they are doing; who is signed out is nowhere. The lines add up.',
    act: 'Much away or wrap-up while calls wait: ask the shift lead.',
    unit: 'locale',
    decimals: 0,
    stacked: true,
    legendRight: true,
    queries: [{ expr: sum('state', gauge('agents', REGION)), legend: '{{state}}' }],
    overrides: agentColours,
  });

export const occupancyOverTime = (): Unplaced =>
  timeSeriesPanel({
    title: 'Occupancy, last 1 h',
    means:
      'Time that agents handled contacts / time that they were staffed, of what was booked in the last 1 h of the wall clock before each point (when they change state), net of corrections, a line a region; bars: n, the hours staffed, on the axis at the right.',
    act: 'Above 85 % for hours: people burn out and queues grow. Below 60 %: more people than calls.',
    unit: 'percentunit',
    decimals: 0,
    max: 1,
    noValue: 'nobody staffed',
    legendRight: true,
    queries: [
      { expr: rule('region:aftercare_agents_occupied:ratio1h'), legend: '{{region}}' },
      { expr: `sum(${rule('region:aftercare_agent_staffed_seconds:increase1h')}) / 3600`, legend: 'n (hours)' },
    ],
    overrides: [counts('n (hours)')],
  });

export const callbacksOverTime = (): Unplaced =>
  timeSeriesPanel({
    title: 'Callbacks waiting by queue',
    means: 'Callbacks asked for and not made yet, a line a queue.',
    act: 'Rising for hours: more are promised than are made.',
    unit: 'locale',
    decimals: 0,
    legendRight: true,
    queries: [
      {
        expr: `${sum('queue', gauge('callbacks_waiting', REGION, QUEUE))} or 0 * ${sum('queue', rule('region_queue:aftercare_calls_waiting:sum', QUEUE))}`,
        legend: '{{queue}}',
      },
    ],
  });
