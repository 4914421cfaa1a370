import type { Unplaced } from './layout.js';
import { coloured, counts, promised, property, statPanel, timeSeriesPanel } from './panels.js';
import { ACTIVE, REGION, net, rule, target, worded } from './queries.js';
import { colour, noneSettled, sign } from './theme.js';

const ON = `${sign.good} on target`;
const UNDER = `${sign.warning} under target`;
const FAR = `${sign.bad} far under target`;
const UNJUDGED = `${sign.quiet} not judged`;

const RATIO_SAYS = 'Compliance = MET / (MET + BREACHED) of the active clocks settled';

/** The ratio of one SLA with its standing against the target, the target and the n it rests on. */
export function ratioTile(title: string, sla: string, window: '1h' | '6h', act: string): Unplaced {
  const hours = window.replace('h', ' h');
  const of = `sla="${sla}"`;
  const settled = `sum(${rule(`region_sla:aftercare_sla_settled:increase${window}`, of)})`;
  const ratio = `(sum(${rule(`region_sla:aftercare_sla_met:increase${window}`, of)}) / ${settled})`;
  const goal = `scalar(${target(of)})`;
  return statPanel({
    title: `${title}, last ${hours}`,
    means: `${RATIO_SAYS} in the last ${hours} of the wall clock, net of corrections; n = clocks settled, target = the lowest of the policies in force. Far under: more than 20 points. Nothing settled: there is no ratio.`,
    act,
    unit: 'percentunit',
    decimals: 2,
    names: true,
    valueSize: 32,
    noValue: 'none settled',
    mappings: [noneSettled],
    queries: [
      {
        expr: worded(
          ratio,
          'standing',
          [
            [`>= ${goal}`, ON],
            [`< ${goal} - 0.2`, FAR],
            [`< ${goal}`, UNDER],
          ],
          UNJUDGED,
        ),
        legend: '{{standing}}',
        instant: true,
      },
      { expr: target(of), legend: 'target', instant: true },
      { expr: settled, legend: 'n', instant: true },
    ],
    overrides: [
      coloured(ON, colour.good),
      coloured(UNDER, colour.warning),
      coloured(FAR, colour.bad),
      coloured(UNJUDGED, colour.quiet),
      coloured('target', colour.quiet, property('decimals', 0)),
      coloured('n', colour.quiet, property('unit', 'locale'), property('decimals', 0)),
    ],
  });
}

/** A ratio over time with its target as a dashed line and n as bars on an axis of their own. */
export function ratioOverTime(title: string, sla: string): Unplaced {
  const of = [REGION, `sla="${sla}"`, ACTIVE];
  const met = net('', 'sla_verdicts', '1h', ...of, 'verdict="met"');
  const breached = net('', 'sla_verdicts', '1h', ...of, 'verdict="breached"');
  return timeSeriesPanel({
    title,
    means: `${RATIO_SAYS} in the last 1 h of the wall clock before each point; the dashed line is the lowest target of the policies in force, the bars are n on the axis at the right. Of all priorities.`,
    act: 'A fall on a small n says little; a fall on a steady n is the service: look below at backlog and clocks of the same time.',
    unit: 'percentunit',
    decimals: 1,
    max: 1,
    softMin: 0.5,
    noValue: 'none settled',
    queries: [
      { expr: `${met} / (${met} + ${breached})`, legend: 'in time' },
      { expr: target(`sla="${sla}"`), legend: 'target' },
      { expr: `${met} + ${breached}`, legend: 'n' },
    ],
    overrides: [coloured('in time', colour.neutral), promised('target'), counts('n')],
  });
}

/** The same for each region, from the recorded rules. */
export function ratioByRegion(title: string, sla: string): Unplaced {
  const of = `sla="${sla}"`;
  return timeSeriesPanel({
    title,
    means: `${RATIO_SAYS} in the last 1 h of the wall clock before each point, a line a region; dashed: the lowest target in force; bars: n of all these regions on the axis at the right. A region in which nothing was settled has no line.`,
    act: 'Click a line for its region. Compare n before you judge: see the table above.',
    unit: 'percentunit',
    decimals: 1,
    max: 1,
    softMin: 0.5,
    legendRight: true,
    queries: [
      { expr: rule('region_sla:aftercare_sla_met:ratio1h', of), legend: '{{region}}' },
      { expr: target(of), legend: 'target' },
      { expr: `sum(${rule('region_sla:aftercare_sla_settled:increase1h', of)})`, legend: 'n' },
    ],
    overrides: [promised('target'), counts('n')],
  });
}
