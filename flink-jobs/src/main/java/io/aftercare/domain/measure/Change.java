package io.aftercare.domain.measure;

import java.util.ArrayList;
import java.util.List;

/** What is in one list and not in the other, each as often as it is more often there. */
record Change<T>(List<T> gone, List<T> come) {
  static <T> Change<T> of(List<T> before, List<T> after) {
    List<T> gone = new ArrayList<>(before);
    List<T> come = new ArrayList<>();
    for (T thing : after) {
      if (!gone.remove(thing)) {
        come.add(thing);
      }
    }
    return new Change<>(gone, come);
  }
}
