import { REGION, gauge, rule, sum, target } from './queries.js';

const overdue = (...matchers: string[]): string =>
  sum('region', gauge('sla_open_clocks', REGION, 'state="overdue"', ...matchers));

/** Points (0..1) over or under the target, last 1 h, where at least 20 clocks were settled. */
const firstResponseGap =
  `sum by (region) (${rule('region_sla:aftercare_sla_met:ratio1h', 'sla="first_response"')}` +
  ` - on (sla) group_left () ${target('sla="first_response"')}` +
  ` and ${rule('region_sla:aftercare_sla_settled:increase1h', 'sla="first_response"')} >= 20)`;

const open = sum('region', gauge('sla_open_clocks', REGION));
const nearDeadline = sum('region', gauge('sla_at_risk_clocks', REGION, 'level="90"'));

/**
 * 3 critical: an overdue p1 or p2 clock, or first response more than 20 points under target; 2 warning: any overdue clock, any past 90 % of its time, or first
 * response under target; 1 ok; 0 quiet: no clock is open. As on the wallboard, with clocks past 90 % in place of those due in 15 minutes.
 */
export const level = [
  [3, `${overdue('priority=~"p1|p2"')} > 0`],
  [3, `${firstResponseGap} < -0.2`],
  [2, `${overdue()} > 0`],
  [2, `${nearDeadline} > 0`],
  [2, `${firstResponseGap} < 0`],
  [1, `${open} > 0`],
  [0, open],
]
  .map(([number, condition]) => `(${condition}) * 0 + ${number}`)
  .join(' or ');

const weighed = (weight: number, priorities: string): string => `${weight} * (${overdue(priorities)} or ${open} * 0)`;

/** What the regions are sorted by: 8, 4, 2, 1 for an overdue clock of p1, p2, p3 and the others, and 1/4 for one past 90 %. */
export const trouble = [
  weighed(8, 'priority="p1"'),
  weighed(4, 'priority="p2"'),
  weighed(2, 'priority="p3"'),
  weighed(1, 'priority!~"p1|p2|p3"'),
  `0.25 * (${nearDeadline} or ${open} * 0)`,
].join(' + ');

/** Regions at a level. */
export const regionsAt = (number: number): string => `count((${level}) == ${number}) or vector(0)`;
