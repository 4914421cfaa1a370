package io.aftercare.domain.calendar;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Calendars by id; {@code 24x7} is always among them. */
public final class Calendars implements Serializable {
  private static final long serialVersionUID = 1;

  private final Map<String, ServiceCalendar> byId;

  private Calendars(Map<String, ServiceCalendar> byId) {
    this.byId = byId;
  }

  /**
   * These calendars and {@code 24x7}.
   *
   * @throws IllegalArgumentException if an id stands twice
   */
  public static Calendars of(Collection<? extends ServiceCalendar> calendars) {
    Map<String, ServiceCalendar> byId = new TreeMap<>();
    byId.put(AroundTheClock.ID, ServiceCalendar.AROUND_THE_CLOCK);
    for (ServiceCalendar calendar : calendars) {
      if (byId.put(calendar.id(), calendar) != null) {
        throw new IllegalArgumentException("calendar " + calendar.id() + " stands twice");
      }
    }
    return new Calendars(Collections.unmodifiableMap(byId));
  }

  /** The calendar of that id. */
  public Optional<ServiceCalendar> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** All ids, sorted. */
  public Set<String> ids() {
    return byId.keySet();
  }

  /** All calendars, by id. */
  public Collection<ServiceCalendar> all() {
    return byId.values();
  }
}
