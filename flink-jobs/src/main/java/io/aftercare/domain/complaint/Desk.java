package io.aftercare.domain.complaint;

import io.aftercare.domain.complaint.SpikeEntry.Kind;
import io.aftercare.domain.complaint.SpikeEntry.Phase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the alerts of all regions come together: makes incidents of them, and says of each what
 * there is to say. Of an incident it says what its worst open alert sees.
 */
public final class Desk {
  private static final int MOST_DRIVERS = 10;

  private final IncidentTerms terms;
  private final int smallestCell;
  private final Incidents incidents;
  private final TreeMap<String, SpikeAlert> open = new TreeMap<>();

  /**
   * @param alerts the last of each that is open
   * @param smallestCell how many complaints a driver has at least that is told of
   */
  public Desk(
      IncidentTerms terms, Incidents incidents, Collection<SpikeAlert> alerts, int smallestCell) {
    this.terms = terms;
    this.smallestCell = smallestCell;
    this.incidents = incidents;
    alerts.forEach(alert -> open.put(key(alert), alert));
  }

  /** What is open; to be kept. */
  public Incidents incidents() {
    return incidents;
  }

  /** The last of each alert that is open; to be kept. */
  public List<SpikeAlert> alerts() {
    return List.copyOf(open.values());
  }

  /** Takes an alert. */
  public List<SpikeEntry> take(SpikeAlert alert) {
    List<SpikeEntry> entries = advance(alert.at());
    SpikeEntry closing = spike(alert, Phase.CLOSED); // while its incident is known
    boolean closed = alert.move() == WatchStep.Move.CLOSED;
    boolean known = open.containsKey(key(alert));
    if (closed) {
      entries.addAll(said(incidents.closed(alert.region(), alert.category(), alert.at())));
      open.remove(key(alert));
      entries.add(closing);
      return entries;
    }
    open.put(key(alert), alert);
    double score = alert.score().score();
    List<IncidentChange> changes =
        known
            ? incidents.scored(alert.region(), alert.category(), alert.at(), score)
            : incidents.opened(alert.region(), alert.category(), alert.at(), score);
    entries.add(spike(alert, known ? Phase.UPDATED : Phase.OPENED));
    entries.addAll(said(changes));
    return entries;
  }

  /** Time has come to an instant, ms since 1970. */
  public List<SpikeEntry> advance(long now) {
    return new ArrayList<>(said(incidents.advance(now)));
  }

  private List<SpikeEntry> said(List<IncidentChange> changes) {
    return changes.stream().map(this::incident).toList();
  }

  private SpikeEntry spike(SpikeAlert alert, Phase phase) {
    String incident =
        incidents.alarms().stream()
            .filter(alarm -> alarm.region().equals(alert.region()))
            .filter(alarm -> alarm.category().equals(alert.category()))
            .map(Alarm::incident)
            .findAny()
            .orElse(null);
    Score score = alert.score();
    return new SpikeEntry(
        key(alert) + "@" + Bin.startOf(alert.openedAt()),
        Kind.SPIKE,
        phase,
        alert.at(),
        alert.openedAt(),
        alert.region(),
        alert.category(),
        score.score(),
        score.windowMinutes(),
        score.observed(),
        score.expected(),
        alert.customers(),
        0,
        SpikeEntry.NEVER,
        incident,
        List.of(),
        List.of(),
        told(alert));
  }

  /** Those that explain it first, then the others; few complaints would tell of single people. */
  private List<Driver> told(SpikeAlert alert) {
    List<Driver> explaining = alert.drivers().explaining();
    return Stream.concat(
            explaining.stream(),
            alert.drivers().ranked().stream().filter(each -> !explaining.contains(each)))
        .filter(each -> each.observed() >= smallestCell)
        .limit(MOST_DRIVERS)
        .toList();
  }

  private SpikeEntry incident(IncidentChange change) {
    Incident incident = change.incident();
    boolean mass = incident.kind() == Incident.Kind.MASS_COMPLAINT;
    List<SpikeAlert> alerts = alertsOf(incident);
    @Nullable SpikeAlert worst =
        alerts.stream()
            .max(Comparator.comparingDouble((SpikeAlert each) -> each.score().score()))
            .orElse(null);
    return new SpikeEntry(
        (mass ? "mass/" : "incident/") + incident.id(),
        mass ? Kind.MASS_COMPLAINT : Kind.INCIDENT,
        switch (change.what()) {
          case OPENED -> Phase.OPENED;
          case CLOSED -> Phase.CLOSED;
          case CHANGED, AT_RISK, MISSED -> Phase.UPDATED;
        },
        change.at(),
        incident.openedAt(),
        mass ? null : incident.region(),
        mass ? incident.category() : null,
        incident.peak(),
        worst == null ? 0 : worst.score().windowMinutes(),
        worst == null ? 0 : worst.score().observed(),
        worst == null ? 0 : worst.score().expected(),
        worst == null ? 0 : worst.customers(),
        incident.tier(),
        incident.openedAt() + terms.missedMillis(),
        null,
        mass ? alerts.stream().map(SpikeAlert::region).distinct().toList() : List.of(),
        mass ? List.of() : alerts.stream().map(SpikeAlert::category).distinct().toList(),
        worst == null ? List.of() : told(worst));
  }

  private List<SpikeAlert> alertsOf(Incident incident) {
    boolean mass = incident.kind() == Incident.Kind.MASS_COMPLAINT;
    return incidents.alarms().stream()
        .filter(
            alarm ->
                mass
                    ? alarm.category().equals(incident.category())
                    : alarm.incident().equals(incident.id()))
        .map(alarm -> open.get(alarm.region() + "/" + alarm.category()))
        .filter(alert -> alert != null)
        .toList();
  }

  private static String key(SpikeAlert alert) {
    return alert.region() + "/" + alert.category();
  }
}
