package io.aftercare.launcher.replay.report.calls;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How reports name a queue: by its name, and as {@code region/name} where several regions have a
 * queue of that name, or it is that of all queues together.
 */
record QueueNames(Map<String, Long> regionsOf) {

  static QueueNames of(Collection<QueueKey> queues) {
    return new QueueNames(
        queues.stream()
            .distinct()
            .map(QueueKey::queue)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
  }

  String of(QueueKey key) {
    boolean alone = regionsOf.getOrDefault(key.queue(), 0L) <= 1 && !key.queue().equals(Queues.ALL);
    return alone ? key.queue() : key.region() + "/" + key.queue();
  }
}
