import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import type { DataSourceRef } from '@grafana/grafana-foundation-sdk/common';

/** Every panel, query and variable asks the Prometheus chosen at the top. */
export const datasource: DataSourceRef = { type: 'prometheus', uid: '${datasource}' };

const everything: dashboard.VariableOption = { selected: true, text: 'All', value: '$__all' };

export const datasourceVariable = new dashboard.DatasourceVariableBuilder('datasource')
  .label('Prometheus')
  .description('The Prometheus that scrapes the exporter and has the rules of dashboards/rules.')
  .type('prometheus');

/** Where the built-in wallboard is, for links to its region and ticket pages. */
export const wallboardVariable = new dashboard.TextBoxVariableBuilder('wallboard')
  .label('Wallboard URL')
  .description('Base URL of the exporter, which serves the built-in wallboard, without a slash at the end.')
  .defaultValue('http://127.0.0.1:9464')
  .current({ selected: true, text: 'http://127.0.0.1:9464', value: 'http://127.0.0.1:9464' });

function labelValues(
  label: string,
  metric: string,
  says: string,
  of: string = '',
): dashboard.QueryVariableBuilder {
  const query = `label_values(${metric}${of}, ${label})`;
  return new dashboard.QueryVariableBuilder(label)
    .label(label.charAt(0).toUpperCase() + label.slice(1))
    .description(says)
    .datasource(datasource)
    .query({ qryType: 1, query, refId: 'PrometheusVariableQueryEditor-VariableQuery' })
    .definition(query)
    .refresh(dashboard.VariableRefresh.OnTimeRangeChanged)
    .sort(dashboard.VariableSort.AlphabeticalAsc)
    .multi(true)
    .includeAll(true)
    .allValue('.*')
    .current(everything);
}

export const regionVariable = labelValues(
  'region',
  'aftercare_sla_open_clocks',
  'Regions as the source names them; unknown: not in the list of regions.',
);

export const channelVariable = labelValues(
  'channel',
  'aftercare_tickets_created_total',
  'How the customer came; for the figures that know the channel.',
);

export const priorityVariable = labelValues(
  'priority',
  'aftercare_sla_open_clocks',
  'Priority of the ticket; for the figures that know it.',
);

/** One at a time: what is usual of several does not add up. */
export const categoryVariable = labelValues(
  'category',
  'aftercare_complaint_observed',
  'Category of complaints that is drawn against its usual; *: all of them together.',
  '{region=~"$region"}',
)
  .multi(false)
  .includeAll(false)
  .allValue('')
  .current({ selected: true, text: '*', value: '*' });

export const queueVariable = labelValues(
  'queue',
  'aftercare_calls_offered_total',
  'Queues of these regions, as the source names them; for the figures of calls.',
  '{region=~"$region"}',
);
