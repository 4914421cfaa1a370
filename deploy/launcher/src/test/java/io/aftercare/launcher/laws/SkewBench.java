package io.aftercare.launcher.laws;

import static java.util.concurrent.TimeUnit.MINUTES;

import com.sun.management.OperatingSystemMXBean;
import io.aftercare.contract.TicketEvent;
import io.aftercare.contract.TicketEventType;
import io.aftercare.contract.Topics;
import io.aftercare.job.FlinkDefaults;
import io.aftercare.job.JobSettings;
import io.aftercare.job.TicketJob;
import io.aftercare.launcher.broker.EmbeddedBroker;
import io.aftercare.launcher.broker.TopicAdmin;
import io.aftercare.launcher.broker.TopicPlan;
import io.aftercare.launcher.flink.LocalFlink;
import io.aftercare.launcher.simulate.SimulatedEvent;
import io.aftercare.launcher.simulate.Simulator;
import io.aftercare.launcher.simulate.SimulatorSettings;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/**
 * What half of all events in one region costs the ticket job, against the same events spread evenly
 * over 32 regions: processor time and wall time of runs that alternate (A B B A). Broker, job and
 * metrics are in this process, alike in both arms. Not a test: it asserts no figure, and its name
 * keeps it out of every build. CONTRIBUTING says how to run it.
 */
class SkewBench {
  private static final int EVENTS = Integer.getInteger("bench.events", 150_000);
  private static final int PAIRS = Integer.getInteger("bench.pairs", 5);
  private static final int REGIONS = 32;
  private static final Instant OPENING = Instant.parse("2026-03-02T06:00:00Z");

  @Test
  void halfOfAllEventsInOneRegion() throws Exception {
    List<Sent> even = events(false);
    List<Sent> skewed = events(true);
    run(even);
    run(skewed);
    List<Double> processor = new ArrayList<>();
    List<Double> wall = new ArrayList<>();
    for (int pair = 0; pair < PAIRS; pair++) {
      boolean evenFirst = pair % 2 == 0;
      double[] first = run(evenFirst ? even : skewed);
      double[] second = run(evenFirst ? skewed : even);
      double[] a = evenFirst ? first : second;
      double[] b = evenFirst ? second : first;
      processor.add(a[0] / b[0]);
      wall.add(a[1] / b[1]);
      System.out.printf(
          "even %.2f s cpu %.2f s wall, skewed %.2f s cpu %.2f s wall%n", a[0], a[1], b[0], b[1]);
    }
    System.out.printf(
        "%d events, even / skewed, median of %d pairs: cpu %.3f, throughput %.3f%n",
        EVENTS, PAIRS, median(processor), median(wall));
  }

  private static double median(List<Double> ratios) {
    List<Double> sorted = ratios.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static List<Sent> events(boolean skewed) {
    Simulator simulator = new Simulator(SimulatorSettings.of(7, OPENING).withTicketsPerHour(2_000));
    List<Sent> sent = new ArrayList<>(EVENTS);
    while (sent.size() < EVENTS) {
      SimulatedEvent next = simulator.next();
      if (next.event() instanceof TicketEvent ticket
          && ticket.getEventType() != TicketEventType.MERGED) {
        int number = Math.floorMod(ticket.getTicketId().hashCode() * 0x9E3779B9, 2 * REGIONS);
        String region = "r" + (skewed && number < REGIONS ? 0 : number % REGIONS);
        TicketEvent moved =
            TicketEvent.newBuilder(ticket).setRegion(region).setOriginRegion(region).build();
        sent.add(Sent.of(moved, next.arrivalMillis()));
      }
    }
    return sent;
  }

  /** Processor time and wall time of the job alone, s. */
  private static double[] run(List<Sent> events) throws Exception {
    SyntheticInput input = new SyntheticInput(events, events.size(), 0);
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      Map<String, String> kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
      try (TopicAdmin admin = TopicAdmin.connect(kafka, Duration.ofSeconds(30))) {
        admin.createMissing(TopicPlan.simulated(4));
      }
      InputWriter.replay(kafka, Topics.TICKET_EVENTS, input);
      JobSettings settings =
          JobSettings.defaults(broker.bootstrapServers()).toBuilder()
              .bounded(true)
              .asOf(input.latest())
              .closedRetention(Duration.ofDays(36_500))
              .checkpointInterval(Duration.ofSeconds(5))
              .parallelism(2)
              .build();
      try (LocalFlink flink = LocalFlink.start(FlinkDefaults.of(settings), 2)) {
        StreamExecutionEnvironment env = flink.environment();
        long cpu = processorNanos();
        long began = System.nanoTime();
        TicketJob.submit(env, settings).getJobExecutionResult().get(10, MINUTES);
        return new double[] {(processorNanos() - cpu) / 1e9, (System.nanoTime() - began) / 1e9};
      }
    }
  }

  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
