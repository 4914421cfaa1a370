package io.aftercare.flow.wire;

import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.ResolutionMode;
import io.aftercare.domain.sla.ServiceType;
import io.aftercare.domain.sla.TicketStatus;
import io.aftercare.domain.sla.Verdict;
import io.aftercare.domain.ticket.ActionKind;
import io.aftercare.domain.ticket.ActorType;
import io.aftercare.domain.ticket.EventType;
import io.aftercare.domain.ticket.FollowUpOutcome;
import io.aftercare.domain.ticket.MilestoneKind;
import io.aftercare.domain.ticket.Phase;
import io.aftercare.domain.ticket.Rank;
import io.aftercare.domain.ticket.SlaClaim;
import io.aftercare.domain.ticket.Stage;
import io.aftercare.domain.window.Dimension;
import io.aftercare.domain.window.What;
import java.util.List;

/** The ids of every enum that is written. Append; never insert, sort or remove. */
final class WireIds {
  static final EnumIds<EventType> EVENT_TYPES =
      new EnumIds<>(
          EventType.class,
          List.of(
              EventType.UNKNOWN,
              EventType.CREATED,
              EventType.CLASSIFIED,
              EventType.ASSIGNED,
              EventType.TRANSFERRED,
              EventType.CUSTOMER_MESSAGE,
              EventType.AGENT_REPLY,
              EventType.AUTO_REPLY,
              EventType.INTERNAL_NOTE,
              EventType.READ,
              EventType.STATUS_CHANGED,
              EventType.PRIORITY_CHANGED,
              EventType.UPDATED,
              EventType.RESOLVED,
              EventType.REOPENED,
              EventType.CLOSED,
              EventType.CANCELLED,
              EventType.MARKED_SPAM,
              EventType.MERGED,
              EventType.SPLIT,
              EventType.COMPLAINT_FILED,
              EventType.APPOINTMENT_SET,
              EventType.APPOINTMENT_CANCELLED,
              EventType.ENGINEER_ARRIVED,
              EventType.WORK_COMPLETED,
              EventType.ACCEPTANCE_PASSED,
              EventType.ACCEPTANCE_FAILED,
              EventType.PARTS_ORDERED,
              EventType.PARTS_RECEIVED,
              EventType.CALL_LINKED,
              EventType.FOLLOW_UP_COMPLETED,
              EventType.SURVEY_SENT,
              EventType.SURVEY_COMPLETED,
              EventType.CORRECTED,
              EventType.ABSORBED,
              EventType.CALLED));

  static final EnumIds<ActorType> ACTORS =
      new EnumIds<>(
          ActorType.class,
          List.of(
              ActorType.UNKNOWN,
              ActorType.CUSTOMER,
              ActorType.AGENT,
              ActorType.BOT,
              ActorType.SYSTEM,
              ActorType.ENGINEER));

  static final EnumIds<Channel> CHANNELS =
      new EnumIds<>(
          Channel.class,
          List.of(
              Channel.UNKNOWN,
              Channel.VOICE,
              Channel.CHAT,
              Channel.APP,
              Channel.EMAIL,
              Channel.WEB,
              Channel.SOCIAL,
              Channel.WALK_IN,
              Channel.FIELD,
              Channel.OTHER));

  static final EnumIds<ServiceType> SERVICES =
      new EnumIds<>(
          ServiceType.class,
          List.of(
              ServiceType.UNKNOWN,
              ServiceType.INQUIRY,
              ServiceType.CONSULTATION,
              ServiceType.INSTALLATION,
              ServiceType.MAINTENANCE,
              ServiceType.REPAIR,
              ServiceType.RETURN,
              ServiceType.COMPLAINT,
              ServiceType.OTHER));

  static final EnumIds<Priority> PRIORITIES =
      new EnumIds<>(
          Priority.class,
          List.of(Priority.UNKNOWN, Priority.P1, Priority.P2, Priority.P3, Priority.P4));

  static final EnumIds<TicketStatus> STATUSES =
      new EnumIds<>(
          TicketStatus.class,
          List.of(
              TicketStatus.UNKNOWN,
              TicketStatus.NEW,
              TicketStatus.OPEN,
              TicketStatus.IN_PROGRESS,
              TicketStatus.SCHEDULED,
              TicketStatus.WAITING_CUSTOMER,
              TicketStatus.WAITING_PARTS,
              TicketStatus.WAITING_THIRD_PARTY,
              TicketStatus.ON_HOLD,
              TicketStatus.RESOLVED,
              TicketStatus.CLOSED,
              TicketStatus.CANCELLED));

  static final EnumIds<SlaClaim> CLAIMS =
      new EnumIds<>(SlaClaim.class, List.of(SlaClaim.UNKNOWN, SlaClaim.MET, SlaClaim.MISSED));

  static final EnumIds<Phase> PHASES =
      new EnumIds<>(Phase.class, List.of(Phase.OPEN, Phase.RESOLVED, Phase.CLOSED, Phase.VOID));

  static final EnumIds<Verdict> VERDICTS =
      new EnumIds<>(
          Verdict.class,
          List.of(
              Verdict.RUNNING, Verdict.PAUSED, Verdict.MET, Verdict.BREACHED, Verdict.CANCELLED));

  static final EnumIds<MilestoneKind> MILESTONES =
      new EnumIds<>(
          MilestoneKind.class,
          List.of(
              MilestoneKind.CREATED,
              MilestoneKind.FIRST_RESPONSE,
              MilestoneKind.RESOLVED,
              MilestoneKind.REOPENED,
              MilestoneKind.CLOSED,
              MilestoneKind.CANCELLED,
              MilestoneKind.MERGED,
              MilestoneKind.SPAM,
              MilestoneKind.TRANSFERRED_OUT,
              MilestoneKind.TRANSFERRED_IN));

  static final EnumIds<ResolutionMode> MODES =
      new EnumIds<>(
          ResolutionMode.class,
          List.of(
              ResolutionMode.UNKNOWN,
              ResolutionMode.REMOTE,
              ResolutionMode.PHONE_GUIDANCE,
              ResolutionMode.ON_SITE,
              ResolutionMode.REPLACEMENT,
              ResolutionMode.REFUND,
              ResolutionMode.WORKSHOP,
              ResolutionMode.OTHER));

  static final EnumIds<FollowUpOutcome> OUTCOMES =
      new EnumIds<>(
          FollowUpOutcome.class,
          List.of(
              FollowUpOutcome.UNKNOWN,
              FollowUpOutcome.REACHED,
              FollowUpOutcome.NOT_REACHED,
              FollowUpOutcome.DECLINED));

  static final EnumIds<Rank> RANKS =
      new EnumIds<>(
          Rank.class, List.of(Rank.STOP, Rank.PAUSE, Rank.RESUME, Rank.START, Rank.RESET));

  static final EnumIds<ClockMetric> METRICS =
      new EnumIds<>(
          ClockMetric.class,
          List.of(
              ClockMetric.FIRST_RESPONSE,
              ClockMetric.FIRST_RESPONSE_OR_BOT,
              ClockMetric.NEXT_RESPONSE,
              ClockMetric.NEXT_RESPONSE_OR_BOT,
              ClockMetric.TRIAGE,
              ClockMetric.RESOLUTION,
              ClockMetric.OWNERSHIP,
              ClockMetric.ARRIVAL,
              ClockMetric.POST_SERVICE_FOLLOW_UP,
              ClockMetric.GUIDANCE_FOLLOW_UP,
              ClockMetric.COMPLAINT_RESOLUTION,
              ClockMetric.CALLBACK,
              ClockMetric.CALL_ANSWER));

  static final EnumIds<ActionKind> ACTIONS =
      new EnumIds<>(
          ActionKind.class,
          List.of(
              ActionKind.PAUSED,
              ActionKind.DOWNGRADED,
              ActionKind.REASSIGNED,
              ActionKind.CLOSED,
              ActionKind.TOO_EARLY,
              ActionKind.BACK_DATED,
              ActionKind.AUTO_REPLY,
              ActionKind.INTERNAL_NOTE,
              ActionKind.READ));

  static final EnumIds<Stage> STAGES =
      new EnumIds<>(
          Stage.class,
          List.of(
              Stage.INTAKE,
              Stage.TRIAGE,
              Stage.DISPATCH,
              Stage.SCHEDULE,
              Stage.WORK,
              Stage.ACCEPTANCE,
              Stage.FOLLOW_UP,
              Stage.CLOSED,
              Stage.WAITING_CUSTOMER,
              Stage.WAITING_PARTS,
              Stage.WAITING_THIRD_PARTY));

  static final EnumIds<What> WHATS =
      new EnumIds<>(
          What.class,
          List.of(
              What.CREATED,
              What.FIRST_RESPONSE,
              What.RESOLVED,
              What.REOPENED,
              What.CLOSED,
              What.CANCELLED,
              What.TRANSFERRED_IN,
              What.TRANSFERRED_OUT,
              What.EVENT,
              What.SLA_MET,
              What.SLA_BREACHED));

  static final EnumIds<Dimension> DIMENSIONS =
      new EnumIds<>(
          Dimension.class, List.of(Dimension.REGION, Dimension.PRIORITY, Dimension.CHANNEL_CLASS));

  private WireIds() {}
}
