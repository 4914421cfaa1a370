package io.aftercare.launcher.replay.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The Boston sample with its lines moved about by a seed: most by hours, some by weeks. It has no
 * quoted cells, so lines are split at commas. A small oracle counts the stops that arrive after
 * their ticket's deadline has fired though they happened in time: fired as soon as an earlier line
 * happened more than the out-of-orderness bound of 2 s after the deadline and the ticket's creation
 * was known before.
 *
 * @param lateStops closings in time that must correct a breach
 */
public record ShuffledBoston(long lateStops) {
  private static final long BOUND_MILLIS = 2000;
  private static final long HOUR = 3_600_000;
  private static final int TS = 0;
  private static final int TICKET = 2;
  private static final int EVENT = 3;
  private static final int DUE = 11;

  /** Writes the shuffled file and counts. */
  public static ShuffledBoston write(Path sample, Path to, long seed) throws IOException {
    List<String> lines = new ArrayList<>(CsvFile.lines(sample));
    String header = lines.remove(0);
    List<String> shuffled = shuffle(lines, new Random(seed));
    List<String> file = new ArrayList<>(List.of(header));
    file.addAll(shuffled);
    Files.write(to, file);
    return new ShuffledBoston(countLateStops(shuffled));
  }

  private static List<String> shuffle(List<String> lines, Random random) {
    record Placed(long at, String line) {}
    List<Placed> placed = new ArrayList<>();
    for (String line : lines) {
      long most = random.nextInt(3) == 0 ? 21 * 24 * HOUR : 12 * HOUR;
      placed.add(new Placed(occurredAt(line) + (long) (random.nextDouble() * most), line));
    }
    Collections.shuffle(placed, random);
    placed.sort(Comparator.comparingLong(Placed::at));
    return placed.stream().map(Placed::line).toList();
  }

  private static long countLateStops(List<String> lines) {
    Map<String, Integer> createdAtLine = new HashMap<>();
    Map<String, Integer> closedAtLine = new HashMap<>();
    Map<String, Long> due = new HashMap<>();
    Map<String, Long> closed = new HashMap<>();
    long[] reached = new long[lines.size()];
    long latest = Long.MIN_VALUE / 2;
    for (int i = 0; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",", -1);
      reached[i] = latest - BOUND_MILLIS - 1;
      latest = Math.max(latest, occurredAt(lines.get(i)));
      if (cells[EVENT].equals("created")) {
        createdAtLine.put(cells[TICKET], i);
        if (!cells[DUE].isEmpty()) {
          due.put(cells[TICKET], Instant.parse(cells[DUE]).toEpochMilli());
        }
      } else {
        closedAtLine.put(cells[TICKET], i);
        closed.put(cells[TICKET], occurredAt(lines.get(i)));
      }
    }
    return due.entrySet().stream()
        .filter(ticket -> closedAtLine.containsKey(ticket.getKey()))
        .filter(
            ticket -> {
              int stop = closedAtLine.getOrDefault(ticket.getKey(), 0);
              boolean known = createdAtLine.getOrDefault(ticket.getKey(), 0) < stop;
              boolean inTime = closed.getOrDefault(ticket.getKey(), 0L) <= ticket.getValue();
              return known && inTime && reached[stop] >= ticket.getValue();
            })
        .count();
  }

  private static long occurredAt(String line) {
    return Instant.parse(line.split(",", -1)[TS]).toEpochMilli();
  }
}
