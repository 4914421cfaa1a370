import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { line } from '../layout.js';
import { uid } from '../links.js';
import { dataAgeTile, eventTimeTile, worstTickets } from '../shared.js';
import { categoryVariable, channelVariable, priorityVariable, queueVariable } from '../variables.js';
import { ratioOverTime } from '../ratios.js';
import { framed } from './frame.js';
import {
  backlogByPriority,
  backlogByState,
  createdAndResolved,
  createdByChannel,
  endings,
  transfers,
} from './regionBacklog.js';
import {
  clockTable,
  clocksAtRisk,
  clocksOverdue,
  openClocks,
  openTickets,
  overdueOverTime,
  warnings,
} from './regionClocks.js';
import {
  abandonRate,
  agentsByState,
  agentsNow,
  callbacksNow,
  callbacksOverTime,
  callOutcomes,
  callsWaiting,
  handleTime,
  longestWait,
  lostEnds,
  occupancyNow,
  occupancyOverTime,
  serviceLevels,
  speedOfAnswer,
  waitingOverTime,
} from './regionCalls.js';
import { queueTable } from './regionQueues.js';
import {
  againstUsual,
  complaintTable,
  complaintsByCategory,
  incidentAge,
  incidentTier,
  lateComplaints,
  learningUntil,
  massNow,
  scores,
  spikesNow,
  spikesOverTime,
} from './regionComplaints.js';
import { anomalies, corrections } from './regionConduct.js';
import {
  firstResponseShares,
  firstResponseQuantiles,
  resolutionQuantiles,
  resolutionShares,
} from './regionDurations.js';

import {
  appointments,
  closedLoop,
  firstContact,
  intake,
  onTimeArrival,
  promoters,
  remote,
  repairSuccess,
  returns,
  satisfaction,
  surveys,
} from './regionQuality.js';
import {
  backlogByAge,
  backlogByService,
  dwellByStage,
  oldestTickets,
  stageTable,
  ticketsInStage,
  untriaged,
  waitingFor,
} from './regionStages.js';
import {
  backlogAgainstUsual,
  createdAgainstUsual,
  responseAgainstUsual,
  slaWindowTable,
  windowTable,
} from './regionWindows.js';

export const region = (): dashboard.Dashboard =>
  framed({
    uid: uid.region,
    title: 'Aftercare: region',
    description:
      'One region (or several) in depth: its clocks, its queues, how long customers wait, its backlog and stages, the quality of its service, and what was done to its clocks.',
    from: 'now-3h',
    refresh: '30s',
    variables: [channelVariable, priorityVariable, queueVariable, categoryVariable],
    parts: [
      {
        lines: [
          line(
            3,
            [4, clocksOverdue()],
            [4, clocksAtRisk()],
            [4, openClocks()],
            [4, openTickets()],
            [4, eventTimeTile()],
            [4, dataAgeTile()],
          ),
        ],
      },
      {
        title: 'Promises: SLA clocks',
        lines: [
          line(13, [24, clockTable()]),
          line(
            8,
            [8, ratioOverTime('First response in time, last 1 h', 'first_response')],
            [8, ratioOverTime('Triage in time, last 1 h', 'triage')],
            [8, ratioOverTime('Resolution in time, last 1 h', 'resolution')],
          ),
          line(11, [8, overdueOverTime()], [16, worstTickets(15, 'channel', 'priority', 'queue', 'category')]),
        ],
      },
      {
        title: 'Queues: calls and agents',
        lines: [
          line(
            3,
            [4, callsWaiting()],
            [4, longestWait()],
            [4, agentsNow()],
            [4, occupancyNow()],
            [4, callbacksNow()],
            [4, lostEnds()],
          ),
          line(9, [24, queueTable()]),
          line(10, [12, serviceLevels()], [12, callOutcomes()]),
          line(8, [8, waitingOverTime()], [8, speedOfAnswer()], [8, handleTime()]),
          line(8, [6, abandonRate()], [6, agentsByState()], [6, occupancyOverTime()], [6, callbacksOverTime()]),
        ],
      },
      {
        title: 'Complaints',
        lines: [
          line(
            4,
            [4, spikesNow()],
            [4, incidentAge()],
            [4, incidentTier()],
            [4, massNow()],
            [4, learningUntil()],
            [4, lateComplaints()],
          ),
          line(9, [12, againstUsual()], [12, scores()]),
          line(9, [10, complaintTable()], [7, spikesOverTime()], [7, complaintsByCategory()]),
        ],
      },
      {
        title: 'How long customers wait',
        lines: [
          line(
            9,
            [6, firstResponseShares()],
            [6, firstResponseQuantiles()],
            [6, resolutionShares()],
            [6, resolutionQuantiles()],
          ),
        ],
      },
      {
        title: 'Windows of event time, and what is usual',
        lines: [
          line(7, [24, windowTable()]),
          line(10, [12, slaWindowTable()], [12, responseAgainstUsual()]),
          line(8, [12, createdAgainstUsual()], [12, backlogAgainstUsual()]),
        ],
      },
      {
        title: 'Stages',
        lines: [
          line(11, [14, stageTable()], [10, ticketsInStage()]),
          line(8, [8, waitingFor()], [8, dwellByStage()], [8, untriaged()]),
        ],
      },
      {
        title: 'Backlog and flow',
        lines: [
          line(8, [8, createdAndResolved()], [8, backlogByPriority()], [8, backlogByState()]),
          line(8, [8, backlogByAge()], [8, backlogByService()], [8, oldestTickets()]),
          line(8, [8, createdByChannel()], [8, transfers()], [8, endings()]),
        ],
      },
      {
        title: 'Quality',
        lines: [
          line(4, [6, firstContact()], [6, remote()], [6, closedLoop()], [6, repairSuccess()]),
          line(4, [6, onTimeArrival()], [6, surveys()], [6, intake()], [6, promoters()]),
          line(8, [10, appointments()], [10, satisfaction()], [4, returns()]),
        ],
      },
      {
        title: 'What moves clocks without serving the customer',
        lines: [line(9, [8, warnings()], [8, corrections()], [8, anomalies()])],
      },
    ],
  });
