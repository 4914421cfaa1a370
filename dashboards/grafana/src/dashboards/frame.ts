import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import * as prometheus from '@grafana/grafana-foundation-sdk/prometheus';
import { type Part, place } from '../layout.js';
import { TAG, dashboardLinks, wallboardLink } from '../links.js';
import { firing } from '../queries.js';
import { colour } from '../theme.js';
import { datasource, datasourceVariable, regionVariable, wallboardVariable } from '../variables.js';

export interface Frame {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly from: string;
  readonly refresh: string;
  readonly variables?: readonly dashboard.QueryVariableBuilder[];
  readonly parts: readonly Part[];
}

/** Red marks in every graph from when to when an alert fired. */
const alerts = new dashboard.AnnotationQueryBuilder()
  .name('Alerts')
  .datasource(datasource)
  .enable(true)
  .iconColor(colour.bad)
  .target(new prometheus.DataqueryBuilder().refId('Anno').datasource(datasource).expr(firing))
  .expr(firing)
  .step('30s')
  .titleFormat('{{alertname}}')
  .textFormat('{{severity}} {{region}} {{queue}} {{sla}} {{category}}')
  .tagKeys('severity,region,queue,sla,category');

/** The builders hide links and annotations in a menu unless told otherwise, and cannot be told otherwise. */
function visible(each: { placement?: unknown }): void {
  delete each.placement;
}

/** What all dashboards have: source, region, wallboard, links, alerts. */
export function framed(frame: Frame): dashboard.Dashboard {
  const builder = new dashboard.DashboardBuilder(frame.title)
    .uid(frame.uid)
    .description(frame.description)
    .tags([TAG])
    .timezone('browser')
    .time({ from: frame.from, to: 'now' })
    .refresh(frame.refresh)
    .tooltip(dashboard.DashboardCursorSync.Crosshair)
    .editable()
    .withVariable(datasourceVariable)
    .withVariable(regionVariable);
  frame.variables?.forEach((variable) => builder.withVariable(variable));
  builder.withVariable(wallboardVariable).annotation(alerts).link(dashboardLinks).link(wallboardLink);
  place(builder, frame.parts);
  const made = builder.build();
  made.annotations?.list?.forEach(visible);
  made.links?.forEach(visible);
  return made;
}
