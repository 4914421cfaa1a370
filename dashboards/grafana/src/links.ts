import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';

export const TAG = 'aftercare';

export const uid = {
  wallboard: 'aftercare-wallboard',
  regions: 'aftercare-regions',
  region: 'aftercare-region',
  pipeline: 'aftercare-pipeline',
} as const;

/** The other dashboards, in the same time and with the same variables. */
export const dashboardLinks = new dashboard.DashboardLinkBuilder('Aftercare')
  .type(dashboard.DashboardLinkType.Dashboards)
  .tags([TAG])
  .icon('external link')
  .tooltip('The other dashboards, in this time range and with these variables')
  .keepTime(true)
  .includeVars(true);

/** The page the exporter serves itself; another program, which has no time range and no variables. */
export const wallboardLink = new dashboard.DashboardLinkBuilder('Built-in wallboard')
  .type(dashboard.DashboardLinkType.Link)
  .url('${wallboard}')
  .icon('dashboard')
  .tooltip('The wallboard that the exporter serves')
  .targetBlank(true);

export interface PanelLink {
  readonly title: string;
  readonly url: string;
  readonly targetBlank: boolean;
}

const KEPT = ['datasource', 'wallboard'];
const keep = (variable: string): string => `\${${variable}:queryparam}`;

/** The region dashboard of the row's (or series') region, with the time range and with the variables of the dashboard it starts from. */
export const toRegion = (value: string, ...kept: string[]): PanelLink => ({
  title: 'Region: clocks, backlog, tickets',
  url: `/d/${uid.region}?\${__url_time_range}&${[...KEPT, ...kept].map(keep).join('&')}&var-region=\${${value}:percentencode}`,
  targetBlank: false,
});

export const toRegionPage = (value: string): PanelLink => ({
  title: 'Region page of the wallboard',
  url: `\${wallboard:raw}/regions/\${${value}:percentencode}`,
  targetBlank: true,
});

export const toTicketPage = (value: string): PanelLink => ({
  title: 'Ticket page: timeline of its clocks',
  url: `\${wallboard:raw}/tickets/\${${value}:percentencode}`,
  targetBlank: true,
});

export const FIELD_REGION = '__data.fields.region';
export const FIELD_TICKET = '__data.fields.ticket_id';
export const SERIES_REGION = '__field.labels.region';
