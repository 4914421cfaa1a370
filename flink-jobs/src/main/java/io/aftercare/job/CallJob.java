package io.aftercare.job;

import io.aftercare.contract.AgentStateEvent;
import io.aftercare.contract.Topics;
import io.aftercare.domain.call.AgentEvent;
import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.call.ContactEntry;
import io.aftercare.domain.call.FirstEntry;
import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.intake.Inbound;
import io.aftercare.domain.intake.Rejection;
import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.measure.SeriesUpdate;
import io.aftercare.domain.sla.PublishedRule;
import io.aftercare.domain.sla.RuleArchive;
import io.aftercare.domain.ticket.AttentionChange;
import io.aftercare.domain.ticket.LedgerEntry;
import io.aftercare.flow.BookAgents;
import io.aftercare.flow.CallOutputs;
import io.aftercare.flow.CloseHours;
import io.aftercare.flow.CountRepeats;
import io.aftercare.flow.HoldUntilDurable;
import io.aftercare.flow.JudgeCalls;
import io.aftercare.flow.KeepTotals;
import io.aftercare.flow.Partial;
import io.aftercare.flow.PreAggregate;
import io.aftercare.flow.ScreenEvents;
import io.aftercare.flow.TicketOutputs;
import io.aftercare.flow.WatchQueues;
import io.aftercare.flow.wire.WireType;
import io.aftercare.io.kafka.EventSource;
import io.aftercare.io.kafka.EventStream;
import io.aftercare.io.kafka.RestoreOriginals;
import io.aftercare.io.kafka.RuleTopic;
import io.aftercare.io.kafka.Sinks;
import io.aftercare.io.metrics.SeriesRecords;
import io.aftercare.io.policy.RuleLines;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The call job: every contact's waits and legs, every callback's clock, every queue's totals.
 *
 * <pre>
 *   policies ───────────────────┐
 *   calls ──▶ screen-calls ──▶ judge-calls ─┬▶ contacts, ledger
 *               │  │                        ├▶ attention
 *               │  │                        ├▶ watch-queues ───────┐
 *               │  │                        ├▶ close-hours ────────┤
 *               │  │                        ├▶ repeats ─▶ measure ─┤
 *               │  │                        ├▶ measure-calls ──────┼▶ call-totals ─▶ metrics
 *               │  │                        └▶ dead letters        │
 *               │  └▶ measure-intake ──────────────────────────────┤
 *   agents ─▶ screen-agents ─▶ book-agents ─▶ measure-agents ──────┘
 *               └▶ dead letters
 * </pre>
 */
public final class CallJob {
  /** The job's name, also on its metrics. */
  public static final String NAME = "calls";

  private CallJob() {}

  /** Where the job's streams end. */
  public interface Outputs {
    /** The call ledger's log. */
    void contacts(DataStream<ContactEntry> entries);

    /** The ledger log of callbacks' clocks. */
    void ledger(DataStream<LedgerEntry> entries);

    /** The attention list of callbacks, committed. */
    void attention(DataStream<AttentionChange> changes);

    /** Absolute values of series. */
    void metrics(DataStream<SeriesUpdate> updates);

    /** Records of calls that could not be used. */
    void deadCalls(DataStream<Rejection> rejections);

    /** Records of agents' states that could not be used. */
    void deadAgents(DataStream<Rejection> rejections);
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
    RuleArchive archive = settings.bounded() ? RuleArchive.NONE : new RuleTopic(settings.kafka());
    define(
        calls(settings).attachTo(env),
        agents(settings).attachTo(env),
        TicketJob.rules(settings).attachTo(env),
        new KafkaOutputs(settings),
        CallJobSettings.of(settings).under(archive));
  }

  /** The whole dataflow, from what was read to where it ends. */
  public static void define(
      DataStream<Inbound<CallEvent>> calls,
      DataStream<Inbound<AgentEvent>> agents,
      DataStream<PublishedRule> rules,
      Outputs outputs,
      CallJobSettings settings) {
    SingleOutputStreamOperator<Arrival<CallEvent>> arrivals =
        calls
            .process(new ScreenEvents<>(EventStream.CALLS.name()), WireType.CALL_ARRIVAL)
            .name("screen-calls")
            .uid("screen-calls");
    SingleOutputStreamOperator<Delta> judged =
        arrivals
            .keyBy(arrival -> arrival.event().contactId(), WireType.TEXT)
            .connect(rules.broadcast(JudgeCalls.RULES))
            .process(
                new JudgeCalls(
                    settings.rules(),
                    new RuleLines(),
                    settings.archive(),
                    settings.limits(),
                    settings.retentionMillis(),
                    settings.asOf()),
                TypeInformation.of(Delta.class))
            .name("judge-calls")
            .uid("judge-calls");
    SingleOutputStreamOperator<Arrival<AgentEvent>> states =
        agents
            .process(new ScreenEvents<>(EventStream.AGENTS.name()), WireType.AGENT_ARRIVAL)
            .name("screen-agents")
            .uid("screen-agents");
    SingleOutputStreamOperator<Delta> booked =
        states
            .keyBy(arrival -> arrival.event().agentRef(), WireType.TEXT)
            .process(new BookAgents(), TypeInformation.of(Delta.class))
            .name("book-agents")
            .uid("book-agents");
    DataStream<Delta> intake =
        arrivals
            .getSideOutput(TicketOutputs.INTAKE_DELTAS)
            .union(states.getSideOutput(TicketOutputs.INTAKE_DELTAS));
    DataStream<Partial> partials =
        measured(judged, "measure-calls", settings)
            .union(
                measured(repeats(judged, settings), "measure-repeats", settings),
                measured(booked, "measure-agents", settings),
                measured(intake, "measure-intake", settings),
                watched(judged),
                closed(judged, settings));
    outputs.metrics(totals(partials, settings));
    outputs.contacts(judged.getSideOutput(CallOutputs.CONTACTS));
    outputs.ledger(judged.getSideOutput(TicketOutputs.LEDGER));
    outputs.attention(
        judged
            .getSideOutput(TicketOutputs.ATTENTION)
            .transform(
                "attention",
                TypeInformation.of(AttentionChange.class),
                HoldUntilDurable.attention())
            .uid("attention"));
    outputs.deadCalls(
        arrivals
            .getSideOutput(TicketOutputs.REJECTIONS)
            .union(judged.getSideOutput(TicketOutputs.REJECTIONS)));
    outputs.deadAgents(
        states
            .getSideOutput(TicketOutputs.REJECTIONS)
            .union(booked.getSideOutput(TicketOutputs.REJECTIONS)));
  }

  /** The calls topic as the job reads it. */
  public static EventSource<io.aftercare.contract.CallEvent, CallEvent> calls(
      JobSettings settings) {
    return Inputs.of(EventStream.CALLS, NAME, settings);
  }

  /** The agent states topic as the job reads it. */
  public static EventSource<AgentStateEvent, AgentEvent> agents(JobSettings settings) {
    return Inputs.of(EventStream.AGENTS, NAME, settings);
  }

  private static DataStream<Partial> measured(
      DataStream<Delta> deltas, String name, CallJobSettings settings) {
    return deltas
        .transform(
            name,
            TypeInformation.of(Partial.class),
            new PreAggregate(settings.publishMillis(), SeriesRecords.bucketBoundsMillis()))
        .uid(name);
  }

  private static DataStream<Delta> repeats(
      SingleOutputStreamOperator<Delta> judged, CallJobSettings settings) {
    return judged
        .getSideOutput(CallOutputs.FIRST_ENTRIES)
        .keyBy(FirstEntry::customerRef, WireType.TEXT)
        .process(new CountRepeats(settings.retentionMillis()), TypeInformation.of(Delta.class))
        .name("repeats")
        .uid("repeats");
  }

  private static DataStream<Partial> watched(SingleOutputStreamOperator<Delta> judged) {
    return judged
        .getSideOutput(CallOutputs.QUEUES)
        .keyBy(entry -> NAME)
        .process(new WatchQueues(), TypeInformation.of(Partial.class))
        .name("watch-queues")
        .uid("watch-queues")
        .setParallelism(1)
        .setMaxParallelism(1);
  }

  private static DataStream<Partial> closed(
      SingleOutputStreamOperator<Delta> judged, CallJobSettings settings) {
    return judged
        .getSideOutput(CallOutputs.HOURS)
        .keyBy(change -> NAME)
        .process(new CloseHours(settings.asOf()), TypeInformation.of(Partial.class))
        .name("close-hours")
        .uid("close-hours")
        .setParallelism(1)
        .setMaxParallelism(1);
  }

  private static DataStream<SeriesUpdate> totals(
      DataStream<Partial> partials, CallJobSettings settings) {
    return partials
        .keyBy(partial -> NAME)
        .process(
            new KeepTotals(
                NAME, settings.publishMillis(), Map.of(), settings.live(), settings.wallClock()))
        .name("call-totals")
        .uid("call-totals")
        .setParallelism(1)
        .setMaxParallelism(1);
  }

  /** Outputs to the topics, beside the inputs. */
  public record KafkaOutputs(JobSettings settings) implements Outputs {
    private Sinks sinks() {
      return new Sinks(settings.kafka());
    }

    @Override
    public void contacts(DataStream<ContactEntry> entries) {
      entries.sinkTo(sinks().contacts()).name("contacts").uid("contacts");
    }

    @Override
    public void ledger(DataStream<LedgerEntry> entries) {
      entries.sinkTo(sinks().ledger()).name("ledger").uid("ledger");
    }

    @Override
    public void attention(DataStream<AttentionChange> changes) {
      changes.sinkTo(sinks().attention()).name("attention-list").uid("attention-list");
    }

    @Override
    public void metrics(DataStream<SeriesUpdate> updates) {
      updates.sinkTo(sinks().metrics(NAME)).setParallelism(1).name("metrics").uid("metrics");
    }

    @Override
    public void deadCalls(DataStream<Rejection> rejections) {
      dead(rejections, "dead-calls", EventStream.CALLS.name(), Topics.CALL_EVENTS);
    }

    @Override
    public void deadAgents(DataStream<Rejection> rejections) {
      dead(rejections, "dead-agents", EventStream.AGENTS.name(), Topics.AGENT_STATES);
    }

    private void dead(DataStream<Rejection> rejections, String name, String stream, String topic) {
      rejections
          .map(new RestoreOriginals(settings.kafka()))
          .name("restore-" + name)
          .uid("restore-" + name)
          .sinkTo(sinks().deadLetters(stream, topic))
          .name(name)
          .uid(name);
    }
  }
}
