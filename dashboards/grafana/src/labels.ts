import { type Override, fixed, matching } from './panels.js';
import { colour } from './theme.js';

/** Colours of label values that are closed lists; the same value has the same colour everywhere. Regions are no closed list: Grafana gives them its own colours, in the order of their names. */
const endingWith = (name: string, color: string): Override => matching(`/\\b${name}$/`, fixed(color));

export const priorityColours: readonly Override[] = [
  endingWith('p1', colour.bad),
  endingWith('p2', colour.warning),
  endingWith('p3', colour.neutral),
  endingWith('p4', colour.third),
  endingWith('unknown', colour.quiet),
];

/** Eleven SLAs and eight colours: those that few have at the same time share one, and the legend names them. */
export const slaColours: readonly Override[] = [
  endingWith('first_response', colour.bad),
  endingWith('triage', colour.warning),
  endingWith('resolution', colour.neutral),
  endingWith('next_response', colour.notice),
  endingWith('ownership', colour.second),
  endingWith('arrival', colour.good),
  endingWith('post_service_follow_up', colour.third),
  endingWith('guidance_follow_up', colour.quiet),
  endingWith('complaint_resolution', colour.bad),
  endingWith('due', colour.good),
  endingWith('callback', colour.warning),
];

/** Eleven outcomes and eight colours: the rare ends share one, and the legend names them. */
export const outcomeColours: readonly Override[] = [
  endingWith('answered_in_time', colour.good),
  endingWith('answered_late', colour.notice),
  endingWith('abandoned_short', colour.quiet),
  endingWith('abandoned_in_time', colour.warning),
  endingWith('abandoned_late', colour.bad),
  endingWith('transferred', colour.third),
  endingWith('overflowed', colour.second),
  endingWith('callback', colour.neutral),
  endingWith('voicemail', colour.neutral),
  endingWith('closed', colour.quiet),
  endingWith('failed', colour.bad),
];

export const agentColours: readonly Override[] = [
  endingWith('available', colour.good),
  endingWith('ringing', colour.notice),
  endingWith('on_contact', colour.neutral),
  endingWith('on_hold', colour.third),
  endingWith('wrap_up', colour.warning),
  endingWith('away', colour.second),
  endingWith('unknown', colour.quiet),
];

export const streamColours: readonly Override[] = [
  endingWith('tickets', colour.neutral),
  endingWith('calls', colour.warning),
  endingWith('agents', colour.good),
  endingWith('complaints', colour.second),
];

/** Eleven stages and eight colours: work is coloured, what waits for others shares the warning's neighbours. */
export const stageColours: readonly Override[] = [
  endingWith('intake', colour.bad),
  endingWith('triage', colour.warning),
  endingWith('dispatch', colour.notice),
  endingWith('schedule', colour.neutral),
  endingWith('work', colour.good),
  endingWith('acceptance', colour.third),
  endingWith('follow_up', colour.quiet),
  endingWith('closed', colour.quiet),
  endingWith('waiting_customer', colour.second),
  endingWith('waiting_parts', colour.bad),
  endingWith('waiting_third_party', colour.third),
];
