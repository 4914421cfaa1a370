package io.aftercare.io.kafka;

import io.aftercare.contract.Headers;
import io.aftercare.contract.SchemaHistory;
import io.aftercare.domain.intake.Admission;
import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.intake.Inbound;
import io.aftercare.domain.intake.StreamEvent;
import io.aftercare.io.avro.Decoded;
import io.aftercare.io.avro.DecoderSettings;
import io.aftercare.io.avro.EventDecoder;
import io.aftercare.io.avro.Reading;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * From Kafka's bytes to arrivals and rejections, one for each record and none lost. What may not
 * touch a watermark is turned away here.
 */
public final class EventRecords<C extends SpecificRecord, E extends StreamEvent>
    implements KafkaRecordDeserializationSchema<Inbound<E>> {
  private static final long serialVersionUID = 1;

  private static final Pattern COMMAS = Pattern.compile(",");

  private final EventStream<C, E> stream;
  private final Admission admission;
  private final Set<String> regions;
  private final @Nullable String registryUrl;
  private final boolean replay;

  private transient EventDecoder<C> decoder;
  private transient Reading<C, E> events;
  private transient Set<String> contractFields;

  /**
   * @param regions the known regions; empty: any is accepted
   * @param registryUrl registry of Confluent-framed writer schemas; null: none
   * @param replay whether the headers by which a replay tells time and refuses lines are believed;
   *     live, any producer could write them
   */
  public EventRecords(
      EventStream<C, E> stream,
      Admission admission,
      Set<String> regions,
      @Nullable String registryUrl,
      boolean replay) {
    this.stream = stream;
    this.admission = admission;
    this.regions = Set.copyOf(regions);
    this.registryUrl = registryUrl;
    this.replay = replay;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    decoder =
        new EventDecoder<>(
            stream.contract(),
            registryUrl == null
                ? DecoderSettings.withoutRegistry()
                : DecoderSettings.withRegistry(URI.create(registryUrl)),
            SchemaHistory.published());
    events = stream.reading().knowing(regions);
    contractFields =
        SpecificData.get().getSchema(stream.contract()).getFields().stream()
            .map(Schema.Field::name)
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Inbound<E>> out) {
    out.collect(inbound(record));
  }

  private Inbound<E> inbound(ConsumerRecord<byte[], byte[]> record) {
    String refused = replay ? text(record, Headers.REJECTED) : null;
    if (refused != null) {
      int colon = refused.indexOf(':');
      return colon < 0
          ? reject(record, refused.trim(), "")
          : reject(record, refused.substring(0, colon).trim(), refused.substring(colon + 1).trim());
    }
    Decoded<C> decoded = decoder.decode(record.value());
    if (decoded instanceof Decoded.Refusal<C> refusal) {
      return reject(record, refusal.reason(), refusal.detail());
    }
    return admit(record, (Decoded.Event<C>) decoded);
  }

  private Inbound<E> admit(ConsumerRecord<byte[], byte[]> record, Decoded.Event<C> decoded) {
    List<String> unknown = new ArrayList<>(decoded.unknownValues());
    if (!decoded.unknownFields().isEmpty()) {
      unknown.add("field_name");
    }
    String unmapped = text(record, Headers.UNKNOWN_FIELDS);
    if (unmapped != null) {
      unknown.addAll(COMMAS.splitAsStream(unmapped).filter(contractFields::contains).toList());
    }
    E event = events.of(decoded.event(), unknown);
    Admission.Refusal refusal = admission.refuse(event, record.timestamp());
    return refusal != null
        ? reject(record, refusal.reason(), refusal.detail())
        : Inbound.of(
            new Arrival<>(
                event,
                record.topic(),
                record.partition(),
                record.offset(),
                replay ? domainTime(record) : Long.MIN_VALUE),
            unknown);
  }

  private Inbound<E> reject(ConsumerRecord<byte[], byte[]> record, String reason, String detail) {
    return Inbound.refused(DeadLetters.rejection(record, reason, detail));
  }

  private static long domainTime(ConsumerRecord<byte[], byte[]> record) {
    Header header = record.headers().lastHeader(Headers.DOMAIN_TIME);
    byte[] value = header == null ? null : header.value();
    return value == null || value.length != Long.BYTES
        ? Long.MIN_VALUE
        : ByteBuffer.wrap(value).getLong();
  }

  static @Nullable String text(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    byte[] value = header == null ? null : header.value();
    return value == null ? null : new String(value, StandardCharsets.UTF_8);
  }

  @Override
  public TypeInformation<Inbound<E>> getProducedType() {
    return stream.type();
  }
}
