package io.aftercare.exporter;

import io.aftercare.exporter.topic.ReaderStatus;
import io.aftercare.exporter.topic.Readiness;
import io.aftercare.exporter.view.Refusal;
import io.aftercare.exporter.view.ViewCounts;
import io.aftercare.exporter.web.WebGuard;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * The exporter's own health beside the product's numbers: {@code aftercare_exporter_*}, and JVM,
 * process and Kafka client through Micrometer, all in one Prometheus registry.
 */
final class OwnHealth implements AutoCloseable {
  private final PrometheusRegistry registry;
  private final PrometheusMeterRegistry meters;
  private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
  private final List<KafkaClientMetrics> kafkaClients = new ArrayList<>();

  OwnHealth(PrometheusRegistry registry) {
    this.registry = registry;
    this.meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, registry, Clock.SYSTEM);
    new ClassLoaderMetrics().bindTo(meters);
    new JvmMemoryMetrics().bindTo(meters);
    new JvmThreadMetrics().bindTo(meters);
    new ProcessorMetrics().bindTo(meters);
    new UptimeMetrics().bindTo(meters);
    new FileDescriptorMetrics().bindTo(meters);
    garbageCollection.bindTo(meters);
  }

  /** A Kafka client: how it gets on with the brokers. */
  OwnHealth watch(Consumer<?, ?> consumer) {
    KafkaClientMetrics client = new KafkaClientMetrics(consumer);
    client.bindTo(meters);
    kafkaClients.add(client);
    return this;
  }

  OwnHealth watch(Readiness metrics, List<ReaderStatus> readers) {
    gauge("ready", "1 once the metrics topic was read whole.", () -> metrics.isReady() ? 1 : 0);
    GaugeWithCallback.builder()
        .name("aftercare_exporter_lag_records")
        .help("Offsets of a topic not read yet; NaN while the brokers do not say.")
        .labelNames("topic")
        .callback(lag -> readers.forEach(each -> lag.call(each.lagRecords(), each.topic())))
        .register(registry);
    CounterWithCallback.builder()
        .name("aftercare_exporter_undecodable_records_total")
        .help("Records that are none of their topic.")
        .labelNames("topic")
        .callback(
            skipped ->
                readers.forEach(
                    each -> skipped.call((double) each.undecodableRecords(), each.topic())))
        .register(registry);
    return this;
  }

  /** When event time last moved. */
  OwnHealth watchProgress(DoubleSupplier movedAtSeconds) {
    gauge(
        "progress_timestamp_seconds",
        "When the job last said that event time moved, by its own clock; of several streams that of"
            + " the one that is silent longest; NaN before it said so.",
        movedAtSeconds);
    return this;
  }

  /** What the view met, and the series there was no room for. */
  OwnHealth watch(ViewCounts view, LongSupplier leftOut) {
    counter(
        "counter_regressions_total",
        "Records in which a counter or histogram would have fallen; a bug in a job.",
        view::regressions);
    counter(
        "lineage_resets_total",
        "Times a job started on empty state took the place of its predecessor's series.",
        view::resets);
    counter(
        "outdated_records_total",
        "Records of a lineage that a newer one has replaced; ignored.",
        view::outdated);
    counter(
        "label_overflow_total",
        "Series taken in under the label value other, or left out: beyond the cap, or of no closed"
            + " list; each new lineage of a job counts its own.",
        () -> (double) (view.overflows() + leftOut.getAsLong()));
    CounterWithCallback.builder()
        .name("aftercare_exporter_refused_records_total")
        .help("Metric records that are not served, by reason.")
        .labelNames("reason")
        .callback(
            refused -> {
              for (Refusal refusal : Refusal.values()) {
                refused.call((double) view.refused(refusal), refusal.reason());
              }
            })
        .register(registry);
    return this;
  }

  MetricSnapshots scrape() {
    return registry.scrape();
  }

  OwnHealth watch(WebGuard guard) {
    counter(
        "web_config_reload_failures_total",
        "Times a changed web configuration file could not be used; the old one stays in force.",
        guard::reloadFailures);
    return this;
  }

  private void gauge(String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name("aftercare_exporter_" + name)
        .help(help)
        .callback(gauge -> gauge.call(value.getAsDouble()))
        .register(registry);
  }

  private void counter(String name, String help, DoubleSupplier value) {
    CounterWithCallback.builder()
        .name("aftercare_exporter_" + name)
        .help(help)
        .callback(counter -> counter.call(value.getAsDouble()))
        .register(registry);
  }

  @Override
  public void close() {
    kafkaClients.forEach(KafkaClientMetrics::close);
    garbageCollection.close();
    meters.close();
  }
}
