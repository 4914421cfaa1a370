package io.aftercare.domain.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A region's complaints as time goes on, against the detector fed bin by bin. */
class RegionComplaintsTest {
  private static final long HOUR = 3_600_000;
  private static final long MINUTE = 60_000;
  private static final long START = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
  private static final int DAYS = 16;

  private final ComplaintTerms terms = ComplaintTerms.standard(HOUR);
  private final Heard heard = new Heard();
  private @Nullable Kept kept;

  @Test
  void finalBinsAndScoresAreThoseOfTheDetectorFedBinByBinInWhateverOrderComplaintsCame() {
    List<CaseCount> counts = world(7);
    List<FinalBin> inOrder = run(counts, 1, false);
    assertThat(run(counts, 2, false)).isEqualTo(inOrder);
    assertThat(run(counts, 3, true)).as("restored every hour").isEqualTo(inOrder);

    Family alone = new Family(terms.spikes());
    LocalWeek week = LocalWeek.of(ZoneOffset.UTC);
    Map<Long, Map<String, Long>> byBin = byBin(counts);
    int scored = 0;
    for (FinalBin bin : inOrder) {
      assertThat(bin.up()).isTrue();
      Map<String, Long> of = byBin.getOrDefault(bin.start(), Map.of());
      of.forEach((category, count) -> assertThat(bin.counts()).containsEntry(category, count));
      assertThat(bin.scores())
          .isEqualTo(alone.learn(week.bin(bin.start(), true), of, terms.floor()));
      scored += bin.scores().size();
    }
    assertThat(inOrder).hasSizeGreaterThan((DAYS - 1) * 96);
    assertThat(scored).isGreaterThan(10);
  }

  @Test
  void aBurstOpensAnAlertWhileItsBinIsStillOpenAndNamesWhatItsComplaintsHaveInCommon() {
    List<CaseCount> counts = world(7);
    long burst = START + 15 * 24 * HOUR + 10 * HOUR;
    for (int i = 0; i < 25; i++) {
      counts.add(complaint(burst + i * 10_000L, "noise", 5_000 + i, "fridge"));
    }
    runAtOnce(counts);

    SpikeAlert first = heard.alerts.stream().filter(a -> a.at() >= burst).findFirst().orElseThrow();
    assertThat(first.move()).isEqualTo(WatchStep.Move.OPENED);
    assertThat(first.at()).isEqualTo(burst + MINUTE);
    assertThat(first.customers()).isGreaterThan(2);
    assertThat(first.drivers().explaining())
        .extracting(Driver::dimension, Driver::value)
        .first()
        .isIn(tuple("product_line", "fridge"), tuple("category", "noise"));
    assertThat(heard.alerts).extracting(SpikeAlert::move).contains(WatchStep.Move.CLOSED);
  }

  @Test
  void aLoneCustomerOpensNothing() {
    List<CaseCount> counts = world(7);
    long burst = START + 15 * 24 * HOUR + 10 * HOUR;
    for (int i = 0; i < 25; i++) {
      counts.add(complaint(burst + i * 10_000L, "rats", 4_711, "fridge"));
    }
    runAtOnce(counts);
    assertThat(heard.alerts).noneMatch(alert -> alert.category().equals("rats"));
    counts.add(complaint(burst, "rats", 4_712, "fridge"));
    runAtOnce(counts);
    assertThat(heard.alerts).anyMatch(alert -> alert.category().equals("rats"));
  }

  @Test
  void aSilentRegionIsDownAndNotQuiet() {
    List<CaseCount> counts = world(7);
    long from = START + 10 * 24 * HOUR;
    counts.removeIf(count -> count.bin() >= from && count.bin() < from + 12 * HOUR);
    List<FinalBin> bins = run(counts, 1, false);
    assertThat(bins)
        .filteredOn(bin -> bin.start() >= from + 4 * HOUR && bin.start() < from + 12 * HOUR)
        .hasSize(32)
        .noneMatch(FinalBin::up);
    assertThat(bins)
        .filteredOn(bin -> bin.start() < from || bin.start() >= from + 12 * HOUR)
        .allMatch(FinalBin::up);
  }

  @Test
  void whatComesAfterItsBinIsFinalDoesNotCount() {
    RegionComplaints complaints = fresh();
    complaints.add(complaint(START, "noise", 1, "fridge"), START);
    complaints.advance(START + 3 * HOUR, heard);
    long late = START + 3 * HOUR - HOUR - Bin.MILLIS;
    assertThat(complaints.add(complaint(late, "noise", 2, "fridge"), START + 3 * HOUR)).isFalse();
    assertThat(complaints.add(complaint(late + Bin.MILLIS, "noise", 2, "fridge"), START + 3 * HOUR))
        .isTrue();
  }

  @Test
  void whatWasLearntElsewhereIsGoneOnWithAndTheTimeBetweenIsNoSilence() {
    Family history = new Family(terms.spikes());
    LocalWeek week = LocalWeek.of(ZoneOffset.UTC);
    long first = START - 20 * 24 * HOUR;
    for (long bin = first; bin < START - 10 * 24 * HOUR; bin += Bin.MILLIS) {
      history.learn(week.bin(bin, true), Map.of(Family.TOTAL, 4L, "noise", 4L), terms.floor());
    }
    RegionComplaints.Memory memory =
        new RegionComplaints.Memory(history.last(), 1, new Baseline(), history.copy().members());
    Kept keep = new Kept();
    RegionComplaints warm =
        new RegionComplaints("north", terms, week, keep, memory, true, Long.MIN_VALUE);
    warm.advance(START, heard);
    assertThat(heard.bins).isEmpty();
    for (int i = 0; i < 4; i++) {
      assertThat(warm.add(complaint(START, "noise", i, "fridge"), START)).isTrue();
    }
    warm.advance(START + HOUR + Bin.MILLIS, heard);
    history.pass(START);
    List<Score> scores =
        history.learn(week.bin(START, true), Map.of(Family.TOTAL, 4L, "noise", 4L), terms.floor());
    assertThat(heard.bins).hasSize(1);
    assertThat(heard.bins.get(0).start()).isEqualTo(START);
    assertThat(heard.bins.get(0).scores()).isEqualTo(scores);
    assertThat(numbers(Objects.requireNonNull(keep.memory).categories()))
        .isEqualTo(numbers(history.members()));
  }

  private static Map<String, List<Double>> numbers(Map<String, Baseline> known) {
    Map<String, List<Double>> numbers = new TreeMap<>();
    known.forEach(
        (category, each) -> numbers.put(category, Arrays.stream(each.values()).boxed().toList()));
    return numbers;
  }

  /** Feeds counts up to three quarters of an hour late, in an order of its own. */
  private List<FinalBin> run(List<CaseCount> counts, long seed, boolean restores) {
    SplittableRandom random = new SplittableRandom(seed);
    return run(counts, () -> random.nextLong(45 * MINUTE), restores);
  }

  private void runAtOnce(List<CaseCount> counts) {
    run(counts, () -> 0, false);
  }

  private List<FinalBin> run(List<CaseCount> counts, LongSupplier delay, boolean restores) {
    record Coming(long at, CaseCount count) {}
    List<Coming> coming = new ArrayList<>();
    counts.forEach(count -> coming.add(new Coming(count.bin() + delay.getAsLong(), count)));
    coming.sort(Comparator.comparingLong(Coming::at));
    heard.bins.clear();
    heard.alerts.clear();
    RegionComplaints complaints = fresh();
    int next = 0;
    for (long now = START; now <= START + DAYS * 24 * HOUR; now += MINUTE) {
      while (next < coming.size() && coming.get(next).at() < now) {
        assertThat(complaints.add(coming.get(next++).count(), now)).isTrue();
      }
      complaints.advance(now, heard);
      if (restores && now % HOUR == 0 && kept != null) {
        complaints = kept.restored();
      }
    }
    return List.copyOf(heard.bins);
  }

  private RegionComplaints fresh() {
    kept = new Kept();
    return kept.restored();
  }

  /** About two complaints an hour of two categories, and an event every five minutes. */
  private static List<CaseCount> world(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<CaseCount> counts = new ArrayList<>();
    for (long at = START; at < START + DAYS * 24 * HOUR; at += 5 * MINUTE) {
      counts.add(CaseCount.heard("north", at));
      if (random.nextInt(6) == 0) {
        String category = random.nextInt(4) == 0 ? "damp" : "noise";
        String line = random.nextBoolean() ? "fridge" : "oven";
        counts.add(complaint(at, category, random.nextLong(1000), line));
      }
    }
    return counts;
  }

  private static CaseCount complaint(long at, String category, long customer, String line) {
    return CaseCount.of(new Complaint(at, customer, "north", category, line, null, null), 1);
  }

  private static Map<Long, Map<String, Long>> byBin(List<CaseCount> counts) {
    Map<Long, Map<String, Long>> byBin = new TreeMap<>();
    for (CaseCount count : counts) {
      Complaint complaint = count.complaint();
      if (complaint != null) {
        Map<String, Long> bin = byBin.computeIfAbsent(count.bin(), b -> new TreeMap<>());
        bin.merge(complaint.category(), 1L, Long::sum);
        bin.merge(Family.TOTAL, 1L, Long::sum);
      }
    }
    return byBin;
  }

  /** Hears everything. */
  private static final class Heard implements RegionComplaints.Told {
    private final List<FinalBin> bins = new ArrayList<>();
    private final List<SpikeAlert> alerts = new ArrayList<>();

    @Override
    public void alert(SpikeAlert alert) {
      alerts.add(alert);
    }

    @Override
    public void level(CategoryLevel level) {
      assertThat(level.upper()).isGreaterThanOrEqualTo(level.expected());
    }

    @Override
    public void learnt(FinalBin bin) {
      bins.add(bin);
    }

    @Override
    public void learning(long until) {}
  }

  /** Keeps what a state would, and makes complaints of it again. */
  private final class Kept implements RegionComplaints.Keep {
    private final Map<Long, BinCounts> bins = new TreeMap<>();
    private final Map<String, Watched> watched = new TreeMap<>();
    private RegionComplaints.@Nullable Memory memory;
    private long closed = Long.MIN_VALUE;

    RegionComplaints restored() {
      RegionComplaints again =
          new RegionComplaints(
              "north", terms, LocalWeek.of(ZoneOffset.UTC), this, copied(), false, closed);
      bins.forEach(again::restore);
      watched.forEach(again::restore);
      return again;
    }

    private RegionComplaints.@Nullable Memory copied() {
      if (memory == null) {
        return null;
      }
      TreeMap<String, Baseline> categories = new TreeMap<>();
      memory.categories().forEach((category, known) -> categories.put(category, known.copy()));
      return new RegionComplaints.Memory(
          memory.last(), memory.silence(), memory.heard().copy(), categories);
    }

    @Override
    public void bin(long start, @Nullable BinCounts counts) {
      set(bins, start, counts);
    }

    @Override
    public void learnt(RegionComplaints.Memory now) {
      memory = now;
    }

    @Override
    public void watched(String category, @Nullable Watched now) {
      set(watched, category, now);
    }

    @Override
    public void shares(String category, String dimension, Shares shares) {}

    @Override
    public void closed(long end) {
      closed = end;
    }

    private static <K, V> void set(Map<K, V> map, K key, @Nullable V value) {
      if (value == null) {
        map.remove(key);
      } else {
        map.put(key, value);
      }
    }
  }
}
