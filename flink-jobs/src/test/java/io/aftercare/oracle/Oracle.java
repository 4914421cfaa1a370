package io.aftercare.oracle;

import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.ticket.TicketEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket's clocks come to, from the set of its events, the rules and how far time has come.
 * Start reading here.
 *
 * <p>First the events are told as the ticket lived them ({@link Told}). Then the story is read for
 * its episodes, whatever was promised ({@link Story}). Then each promise is held against each
 * episode by walking with a stopwatch through all moments at which something could change ({@link
 * Stopwatch}).
 */
final class Oracle {
  private final Book book;

  /** Judges by these rules; all instants must lie well within the horizon, ms. */
  Oracle(Rulebook rules, long from, long until) {
    book = new Book(rules, from, until);
  }

  /** All rows of the ledger by name. */
  List<Row> judge(Collection<TicketEvent> events, long now) {
    List<Told.Step> steps = Told.of(events);
    List<Episode> episodes = Story.of(steps);
    List<Row> rows = new ArrayList<>();
    for (Book.Promised promised : book.promises()) {
      for (Episode episode : episodes) {
        if (episode.metric == promised.metric()) {
          Row row = judge(promised, episode, steps, now);
          if (row != null) {
            rows.add(row);
          }
        }
      }
    }
    rows.sort(Row.BY_NAME);
    return rows;
  }

  private @Nullable Row judge(
      Book.Promised promised, Episode episode, List<Told.Step> steps, long now) {
    Stopwatch watch = null;
    long took = Long.MIN_VALUE;
    for (Told.Step step : steps.subList(episode.step, steps.size())) {
      if (watch != null) {
        takeOvers(watch, promised, took, step.at());
        watch.passUntil(step.at());
      }
      took = step.at();
      watch = happens(watch, promised, episode, step, steps);
    }
    if (watch == null) {
      return null;
    }
    takeOvers(watch, promised, took, now);
    watch.passUntil(now + 1);
    return watch.row();
  }

  /** New rules take over what runs; at one instant before anything else happens. */
  private void takeOvers(Stopwatch watch, Book.Promised promised, long after, long upTo) {
    for (long instant : book.takeOvers()) {
      if (after < instant && instant <= upTo) {
        watch.passUntil(instant);
        watch.takeOver(promised, instant);
      }
    }
  }

  private @Nullable Stopwatch happens(
      @Nullable Stopwatch running,
      Book.Promised promised,
      Episode episode,
      Told.Step step,
      List<Told.Step> steps) {
    Stopwatch watch = running;
    boolean begins = step.index() == episode.step;
    if (begins && episode.part == Episode.Part.HAND_OVER) {
      watch = open(promised, episode, step, steps);
    }
    if (ends(episode, step, Episode.Part.HAND_OVER)) {
      return ended(watch, episode, step);
    }
    if (watch != null) {
      if (!begins) {
        watch.factsChange(promised, step);
      }
    } else if (!begins && episodeRuns(episode, step)) {
      watch = openLate(promised, episode, step, steps);
    }
    if (begins && episode.part == Episode.Part.MEANING) {
      watch = open(promised, episode, step, steps);
    }
    for (Episode.Earlier earlier : episode.earlier) {
      if (watch != null && earlier.step() == step.index()) {
        watch.startEarlier(earlier.start(), step, steps);
      }
    }
    return ends(episode, step, Episode.Part.MEANING) ? ended(watch, episode, step) : watch;
  }

  private static boolean ends(Episode episode, Told.Step step, Episode.Part part) {
    return episode.end != null && episode.end.step() == step.index() && episode.end.part() == part;
  }

  private static boolean episodeRuns(Episode episode, Told.Step step) {
    return episode.end == null || step.index() <= episode.end.step();
  }

  private static @Nullable Stopwatch ended(
      @Nullable Stopwatch watch, Episode episode, Told.Step step) {
    Episode.End end = episode.end;
    if (watch != null && end != null) {
      boolean handedOn = end.part() == Episode.Part.HAND_OVER;
      watch.end(end.met(), end.cause(), step.at(), handedOn ? step.before() : step.after());
    }
    return watch;
  }

  private @Nullable Stopwatch open(
      Book.Promised promised, Episode episode, Told.Step step, List<Told.Step> steps) {
    Policy policy = book.match(promised, step.after(), step.at());
    if (policy == null || notAgain(policy, episode)) {
      return null;
    }
    return Stopwatch.opened(book, policy, episode, step, steps);
  }

  /** A promise that is made while the episode runs already; one that was broken stays broken. */
  private @Nullable Stopwatch openLate(
      Book.Promised promised, Episode episode, Told.Step step, List<Told.Step> steps) {
    Policy policy = book.match(promised, step.after(), step.at());
    if (policy == null
        || notAgain(policy, episode)
        || book.match(promised, step.before(), step.at()) != null) {
      return null;
    }
    return Stopwatch.opened(book, policy, episode, step, steps);
  }

  private static boolean notAgain(Policy policy, Episode episode) {
    return episode.metric == ClockMetric.RESOLUTION
        && episode.number > 1
        && !policy.rules().reopens();
  }
}
