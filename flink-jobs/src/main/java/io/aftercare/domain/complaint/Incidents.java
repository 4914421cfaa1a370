package io.aftercare.domain.complaint;

import io.aftercare.domain.complaint.Incident.Kind;
import io.aftercare.domain.complaint.Incident.Stage;
import io.aftercare.domain.complaint.IncidentChange.What;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts are one incident, and the clock of its containment: 120 minutes from its opening, at
 * risk from 90 on; stopped when its last alert closes.
 *
 * <p>Tier 1 are mass complaints and the incidents with an alert in one, tier 2 those with a score
 * of 10 or more or with an alert whose category is open in a second region, tier 3 all others.
 *
 * <p>Call {@link #advance} before the openings and closings of a later instant, and these in order
 * of time.
 */
public final class Incidents {
  /** Stands for the region of a mass complaint. */
  public static final String EVERYWHERE = "*";

  private final IncidentTerms terms;
  private final TreeMap<String, Alarm> alarms = new TreeMap<>();
  private final TreeMap<String, Incident> incidents = new TreeMap<>();

  /** None is open. */
  public Incidents(IncidentTerms terms) {
    this.terms = terms;
  }

  /** As they were kept. */
  public static Incidents of(
      IncidentTerms terms, Collection<Alarm> alarms, Collection<Incident> incidents) {
    Incidents all = new Incidents(terms);
    alarms.forEach(each -> all.alarms.put(key(each.region(), each.category()), each));
    incidents.forEach(each -> all.incidents.put(each.id(), each));
    return all;
  }

  /** Open alerts; to be kept. */
  public List<Alarm> alarms() {
    return List.copyOf(alarms.values());
  }

  /** Open incidents; to be kept. */
  public List<Incident> incidents() {
    return List.copyOf(incidents.values());
  }

  /** An alert opened; nothing happens if it is open. */
  public List<IncidentChange> opened(String region, String category, long at, double score) {
    List<IncidentChange> changes = new ArrayList<>();
    if (!alarms.containsKey(key(region, category))) {
      Incident home = home(region, at);
      String id = home == null ? key(region, category) + "@" + at : home.id();
      alarms.put(key(region, category), new Alarm(region, category, at, score, id));
      if (home == null) {
        incidents.put(
            id, new Incident(id, Kind.REGION, region, category, at, 1, score, 3, Stage.RUNNING));
        settle(incidents.get(id), at, What.OPENED, changes);
      } else {
        settle(home, at, What.CHANGED, changes);
      }
      overRegions(category, at, changes);
    }
    return changes;
  }

  /** An open alert has this score now. */
  public List<IncidentChange> scored(String region, String category, long at, double score) {
    List<IncidentChange> changes = new ArrayList<>();
    Alarm alarm = alarms.get(key(region, category));
    if (alarm != null && score > alarm.peak()) {
      alarms.put(
          key(region, category),
          new Alarm(region, category, alarm.openedAt(), score, alarm.incident()));
      Incident home = incidents.get(alarm.incident());
      if (home != null) {
        settle(home, at, What.CHANGED, changes);
      }
      overRegions(category, at, changes);
    }
    return changes;
  }

  /** An alert closed; nothing happens if it was not open. */
  public List<IncidentChange> closed(String region, String category, long at) {
    List<IncidentChange> changes = new ArrayList<>();
    Alarm alarm = alarms.remove(key(region, category));
    if (alarm != null) {
      Incident home = incidents.get(alarm.incident());
      if (home != null) {
        settle(home, at, What.CHANGED, changes);
      }
      overRegions(category, at, changes);
    }
    return changes;
  }

  /** Time has come to this instant, ms since 1970. */
  public List<IncidentChange> advance(long now) {
    List<IncidentChange> changes = new ArrayList<>();
    for (Incident each : incidents()) {
      Incident at = each;
      if (at.stage() == Stage.RUNNING && now >= atRiskAt(at)) {
        at = at.at(Stage.AT_RISK);
        changes.add(new IncidentChange(at, What.AT_RISK, atRiskAt(at)));
      }
      if (at.stage() == Stage.AT_RISK && now >= missedAt(at)) {
        at = at.at(Stage.MISSED);
        changes.add(new IncidentChange(at, What.MISSED, missedAt(at)));
      }
      incidents.put(at.id(), at);
    }
    changes.sort(Comparator.comparingLong(IncidentChange::at));
    return changes;
  }

  /** When {@link #advance} has something to say next, ms since 1970; else the end of time. */
  public long nextAt() {
    return incidents.values().stream()
        .filter(each -> each.stage() != Stage.MISSED)
        .mapToLong(each -> each.stage() == Stage.RUNNING ? atRiskAt(each) : missedAt(each))
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private long atRiskAt(Incident incident) {
    return incident.openedAt() + terms.atRiskMillis();
  }

  private long missedAt(Incident incident) {
    return incident.openedAt() + terms.missedMillis();
  }

  /** The region's newest incident, if it opened within an hour. */
  private @Nullable Incident home(String region, long at) {
    return incidents.values().stream()
        .filter(each -> each.kind() == Kind.REGION && each.region().equals(region))
        .filter(each -> Math.abs(at - each.openedAt()) <= terms.togetherMillis())
        .max(Comparator.comparingLong(Incident::openedAt).thenComparing(Incident::id))
        .orElse(null);
  }

  /** Begins and ends the mass complaint of a category, and settles the incidents it is part of. */
  private void overRegions(String category, long at, List<IncidentChange> changes) {
    Incident mass =
        incidents.values().stream()
            .filter(each -> each.kind() == Kind.MASS_COMPLAINT)
            .filter(each -> each.category().equals(category))
            .findAny()
            .orElse(null);
    if (mass == null && regions(category) >= terms.massRegions()) {
      String id = key(EVERYWHERE, category) + "@" + at;
      mass =
          new Incident(id, Kind.MASS_COMPLAINT, EVERYWHERE, category, at, 0, 0, 1, Stage.RUNNING);
      settle(mass, at, What.OPENED, changes);
    } else if (mass != null) {
      settle(mass, at, What.CHANGED, changes);
    }
    for (Incident each : incidents()) {
      if (each.kind() == Kind.REGION && hasCategory(each, category)) {
        settle(each, at, What.CHANGED, changes);
      }
    }
  }

  /** Brings an incident up to date with its alerts, and tells if that changes anything. */
  private void settle(Incident incident, long at, What what, List<IncidentChange> changes) {
    List<Alarm> open = alarms.values().stream().filter(each -> isOf(each, incident)).toList();
    int enough = incident.kind() == Kind.REGION ? 1 : terms.massRegions();
    if (open.size() < enough) {
      incidents.remove(incident.id());
      changes.add(new IncidentChange(incident, What.CLOSED, at));
      return;
    }
    double peak = incident.peak();
    int tier = incident.tier();
    for (Alarm each : open) {
      peak = Math.max(peak, each.peak());
      tier = Math.min(tier, tier(each));
    }
    Incident now = incident.with(open.size(), peak, tier);
    incidents.put(now.id(), now);
    if (what == What.OPENED || !now.equals(incident)) {
      changes.add(new IncidentChange(now, what, at));
    }
  }

  private int tier(Alarm alarm) {
    int regions = regions(alarm.category());
    if (regions >= terms.massRegions()) {
      return 1;
    }
    return regions > 1 || alarm.peak() >= terms.graveScore() ? 2 : 3;
  }

  /** In how many regions a category is open; the totals are no category. */
  private int regions(String category) {
    return category.equals(Family.TOTAL)
        ? 1
        : (int) alarms.values().stream().filter(each -> each.category().equals(category)).count();
  }

  private boolean hasCategory(Incident incident, String category) {
    return alarms.values().stream()
        .anyMatch(each -> isOf(each, incident) && each.category().equals(category));
  }

  private static boolean isOf(Alarm alarm, Incident incident) {
    return incident.kind() == Kind.REGION
        ? alarm.incident().equals(incident.id())
        : alarm.category().equals(incident.category());
  }

  private static String key(String region, String category) {
    return region + "/" + category;
  }
}
