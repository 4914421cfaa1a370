import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { line } from '../layout.js';
import { uid } from '../links.js';
import { alertsTile, catchingUpTile, dataAgeTile, eventTimeTile } from '../shared.js';
import { framed } from './frame.js';
import { exporterCounts, exporterLag, garbageCollection, heap, processor, ready, served } from './pipelineExporter.js';
import {
  checkpointAge,
  eventTimeLag,
  eventTimeSpeed,
  eventsByResult,
  eventsByStream,
  identities,
  orphans,
  oddEvents,
  policies,
  rejected,
  targets,
} from './pipelineJob.js';

export const pipeline = (): dashboard.Dashboard =>
  framed({
    uid: uid.pipeline,
    title: 'Aftercare: pipeline',
    description:
      'Whether the figures can be trusted: event time moves, nothing is lost, the books balance, the exporter serves.',
    from: 'now-1h',
    refresh: '10s',
    parts: [
      {
        lines: [
          line(
            3,
            [4, ready()],
            [4, checkpointAge()],
            [5, alertsTile()],
            [3, catchingUpTile()],
            [4, eventTimeTile()],
            [4, dataAgeTile()],
          ),
        ],
      },
      {
        title: 'Time and events',
        lines: [
          line(8, [8, eventTimeLag()], [8, eventTimeSpeed()], [8, eventsByResult()]),
          line(8, [6, eventsByStream()], [6, rejected()], [6, oddEvents()], [6, orphans()]),
        ],
      },
      {
        title: 'The books',
        lines: [line(13, [8, identities()], [8, policies()], [8, targets()])],
      },
      {
        title: 'The exporter',
        lines: [
          line(8, [8, exporterLag()], [8, exporterCounts()], [8, served()]),
          line(8, [8, heap()], [8, processor()], [8, garbageCollection()]),
        ],
      },
    ],
  });
