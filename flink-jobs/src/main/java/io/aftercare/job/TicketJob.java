package io.aftercare.job;

import io.aftercare.contract.Topics;
import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.intake.Inbound;
import io.aftercare.domain.intake.Rejection;
import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.measure.SeriesUpdate;
import io.aftercare.domain.sla.PublishedRule;
import io.aftercare.domain.sla.RuleArchive;
import io.aftercare.domain.ticket.AttentionChange;
import io.aftercare.domain.ticket.ContactNamed;
import io.aftercare.domain.ticket.LedgerEntry;
import io.aftercare.domain.ticket.MilestoneEntry;
import io.aftercare.domain.ticket.TicketEvent;
import io.aftercare.domain.window.WindowEntry;
import io.aftercare.flow.HoldUntilDurable;
import io.aftercare.flow.JoinCalls;
import io.aftercare.flow.JoinFamilies;
import io.aftercare.flow.JudgeOperator;
import io.aftercare.flow.JudgeTickets;
import io.aftercare.flow.KeepTotals;
import io.aftercare.flow.Partial;
import io.aftercare.flow.PickCalls;
import io.aftercare.flow.ScreenTickets;
import io.aftercare.flow.TicketOutputs;
import io.aftercare.flow.TraceMerges;
import io.aftercare.flow.wire.WireType;
import io.aftercare.io.kafka.EventSource;
import io.aftercare.io.kafka.EventStream;
import io.aftercare.io.kafka.RestoreOriginals;
import io.aftercare.io.kafka.RuleSource;
import io.aftercare.io.kafka.RuleTopic;
import io.aftercare.io.kafka.Sinks;
import io.aftercare.io.policy.RuleLines;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The ticket job: every ticket's life, every clock's verdict, every region's totals.
 *
 * <pre>
 *   policies ──────────────────────────────┐
 *   calls ─▶ pick ──────▶ join-calls ────┐ │
 *               ┌────────────▲           │ │
 *               ├─▶ merges ─▶ families ─┐│ │
 *   tickets ─▶ screen ────────────────────▶ judge ─┬▶ ledger, milestones
 *               │  │                         │     ├▶ attention
 *               │  │                         │     ├▶ pre-panes ─▶ windows ─▶ cells ─▶ windows topic
 *               │  │                         │     │                 ├▶ hours ─▶ expect-regions ─┐
 *               │  │                         │     │                 ├─────▲──────────────┐    │
 *               │  │                         │     ├▶ births ─▶ watch-backlog ───────────┤    │
 *               │  │                         │     ├▶ return-repairs ─▶ measure-returns ────┤
 *               │  │                         │     └▶ measure ──────────────────────────────┤
 *               │  │                         └▶ dead letters     metrics ◀─ totals ◀────────┤
 *               │  └▶ measure-intake ───────────────────────────────────────────────────────┘
 *               └▶ dead letters
 * </pre>
 */
public final class TicketJob {
  /** The job's name, also on its metrics. */
  public static final String NAME = "tickets";

  private TicketJob() {}

  /** Where the job's streams end. */
  public interface Outputs {
    /** The ledger log. */
    void ledger(DataStream<LedgerEntry> entries);

    /** Steps in tickets' lives. */
    void milestones(DataStream<MilestoneEntry> entries);

    /** The attention list, committed. */
    void attention(DataStream<AttentionChange> changes);

    /** Windows that closed, and corrections of them. */
    void windows(DataStream<WindowEntry> entries);

    /** Absolute values of series. */
    void metrics(DataStream<SeriesUpdate> updates);

    /** Records that could not be used. */
    void deadLetters(DataStream<Rejection> rejections);
  }

  /**
   * Submits the job against Kafka; the topics must exist.
   *
   * @return tells when the job ends
   */
  public static JobClient submit(StreamExecutionEnvironment env, JobSettings settings)
      throws Exception {
    env.configure(FlinkDefaults.of(settings));
    define(env, settings);
    return env.executeAsync(NAME);
  }

  /** The dataflow with Kafka at both ends. */
  static void define(StreamExecutionEnvironment env, JobSettings settings) {
    DataStream<Inbound<TicketEvent>> tickets = source(settings).attachTo(env);
    define(
        tickets,
        calls(settings).attachTo(env),
        rules(settings).attachTo(env),
        new KafkaOutputs(settings),
        TicketJobSettings.of(settings).under(archive(settings)));
  }

  /** A replay's rules are those it was given. */
  private static RuleArchive archive(JobSettings settings) {
    return settings.bounded() ? RuleArchive.NONE : new RuleTopic(settings.kafka());
  }

  /** The whole dataflow, from what was read to where it ends. */
  public static void define(
      DataStream<Inbound<TicketEvent>> tickets,
      DataStream<Inbound<CallEvent>> calls,
      DataStream<PublishedRule> rules,
      Outputs outputs,
      TicketJobSettings settings) {
    SingleOutputStreamOperator<Arrival<TicketEvent>> arrivals =
        tickets.process(new ScreenTickets(), WireType.ARRIVAL).name("screen").uid("screen");

    DataStream<Arrival<TicketEvent>> absorbed =
        arrivals
            .getSideOutput(TicketOutputs.BEGINNINGS)
            .keyBy(arrival -> arrival.event().ticketId(), WireType.TEXT)
            .process(new TraceMerges(settings.retentionMillis()))
            .name("merges")
            .uid("merges")
            .keyBy(merge -> NAME)
            .process(new JoinFamilies(), WireType.ARRIVAL)
            .name("families")
            .uid("families")
            .setParallelism(1)
            .setMaxParallelism(1);

    DataStream<Arrival<TicketEvent>> called =
        arrivals
            .getSideOutput(TicketOutputs.CONTACTS)
            .keyBy(ContactNamed::contactId, WireType.TEXT)
            .connect(
                calls
                    .flatMap(new PickCalls(), WireType.CALL_ARRIVAL)
                    .name("pick-calls")
                    .uid("pick-calls")
                    .keyBy(arrival -> arrival.event().contactId(), WireType.TEXT))
            .process(new JoinCalls(settings.retentionMillis()), WireType.ARRIVAL)
            .name("join-calls")
            .uid("join-calls");

    SingleOutputStreamOperator<Delta> judged =
        arrivals
            .union(absorbed, called)
            .keyBy(arrival -> arrival.event().ticketId(), WireType.TEXT)
            .connect(rules.broadcast())
            .transform(
                "judge",
                TypeInformation.of(Delta.class),
                new JudgeOperator(
                    new JudgeTickets(
                        settings.rules(),
                        new RuleLines(),
                        settings.archive(),
                        settings.retentionMillis(),
                        settings.asOf())))
            .uid("judge");

    TicketBranches branches = new TicketBranches(settings);
    SingleOutputStreamOperator<WindowEntry> windows = branches.windows(judged);
    DataStream<Partial> ages = branches.backlogAges(judged);
    SingleOutputStreamOperator<SeriesUpdate> totals =
        branches
            .measured(judged, "measure")
            .union(
                branches.measured(
                    arrivals.getSideOutput(TicketOutputs.INTAKE_DELTAS), "measure-intake"),
                branches.measured(branches.returns(judged), "measure-returns"),
                ages,
                branches.figures(windows),
                branches.usual(windows, ages))
            .keyBy(partial -> NAME)
            .process(
                new KeepTotals(
                    NAME,
                    settings.publishMillis(),
                    settings.constants(),
                    settings.live(),
                    settings.wallClock()))
            .name("totals")
            .uid("totals")
            .setParallelism(1)
            .setMaxParallelism(1);

    outputs.ledger(judged.getSideOutput(TicketOutputs.LEDGER));
    outputs.milestones(judged.getSideOutput(TicketOutputs.MILESTONES));
    outputs.attention(
        judged
            .getSideOutput(TicketOutputs.ATTENTION)
            .transform(
                "attention",
                TypeInformation.of(AttentionChange.class),
                HoldUntilDurable.attention())
            .uid("attention"));
    outputs.windows(branches.said(windows));
    outputs.metrics(totals);
    outputs.deadLetters(
        arrivals
            .getSideOutput(TicketOutputs.REJECTIONS)
            .union(judged.getSideOutput(TicketOutputs.REJECTIONS)));
  }

  /** The policies topic as the job reads it. */
  public static RuleSource rules(JobSettings settings) {
    return new RuleSource(settings.kafka(), settings.bounded());
  }

  /** The tickets topic as the job reads it. */
  public static EventSource<io.aftercare.contract.TicketEvent, TicketEvent> source(
      JobSettings settings) {
    return Inputs.of(EventStream.TICKETS, NAME, settings);
  }

  /** The calls topic as the job reads it. */
  public static EventSource<io.aftercare.contract.CallEvent, CallEvent> calls(
      JobSettings settings) {
    return Inputs.of(EventStream.CALLS, NAME, settings);
  }

  /** Outputs to the topics, beside the inputs. */
  public record KafkaOutputs(JobSettings settings) implements Outputs {
    private Sinks sinks() {
      return new Sinks(settings.kafka());
    }

    @Override
    public void ledger(DataStream<LedgerEntry> entries) {
      entries.sinkTo(sinks().ledger()).name("ledger").uid("ledger");
    }

    @Override
    public void milestones(DataStream<MilestoneEntry> entries) {
      entries.sinkTo(sinks().milestones()).name("milestones").uid("milestones");
    }

    @Override
    public void attention(DataStream<AttentionChange> changes) {
      changes.sinkTo(sinks().attention()).name("attention-list").uid("attention-list");
    }

    @Override
    public void windows(DataStream<WindowEntry> entries) {
      entries.sinkTo(sinks().windows()).setParallelism(1).name("windows-log").uid("windows-log");
    }

    @Override
    public void metrics(DataStream<SeriesUpdate> updates) {
      updates.sinkTo(sinks().metrics(NAME)).setParallelism(1).name("metrics").uid("metrics");
    }

    @Override
    public void deadLetters(DataStream<Rejection> rejections) {
      rejections
          .map(new RestoreOriginals(settings.kafka()))
          .name("restore-originals")
          .uid("restore-originals")
          .sinkTo(sinks().deadLetters(NAME, Topics.TICKET_EVENTS))
          .name("dead-letters")
          .uid("dead-letters");
    }
  }
}
