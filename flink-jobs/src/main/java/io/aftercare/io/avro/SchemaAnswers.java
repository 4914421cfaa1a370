package io.aftercare.io.avro;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contract.DecodeReason;
import io.aftercare.contract.UndecodableException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the registry has answered: schemas for good, refusals for a minute and at most a thousand of
 * them, since noise on a topic can name any id.
 */
final class SchemaAnswers {
  private static final long REFUSAL_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final int MAX_REFUSALS = 1000;

  private final LongSupplier nanoTime;
  private final Map<Integer, Answer> schemas = new HashMap<>();
  private final Map<Integer, Expiring> refusals =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Expiring> eldest) {
          return size() > MAX_REFUSALS;
        }
      };

  SchemaAnswers(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  @Nullable Answer find(int id) {
    Answer known = schemas.get(id);
    if (known != null) {
      return known;
    }
    Expiring refusal = refusals.get(id);
    return refusal == null || nanoTime.getAsLong() - refusal.since() >= REFUSAL_NANOS
        ? null
        : refusal.answer();
  }

  void keep(int id, Answer answer) {
    if (answer.schema() != null) {
      schemas.put(id, answer);
    } else {
      refusals.remove(id);
      refusals.put(id, new Expiring(answer, nanoTime.getAsLong()));
    }
  }

  private record Expiring(Answer answer, long since) {}

  /** A schema, or why there is none. */
  record Answer(@Nullable Schema schema, DecodeReason reason, String detail) {
    static Answer refused(DecodeReason reason, String detail) {
      return new Answer(null, reason, detail);
    }

    /** From the registry's JSON; it must be Avro and need no other schema. */
    static Answer parsed(int id, JsonNode body) {
      String type = body.path("schemaType").asText("AVRO");
      if (!type.equals("AVRO")) {
        return unusable(id, "is of type " + type + ", AVRO is right");
      }
      if (!body.path("references").isEmpty()) {
        return unusable(id, "refers to other schemas, one that stands by itself is right");
      }
      try {
        Schema schema = new Schema.Parser().parse(body.path("schema").textValue());
        return schema.getType() == Schema.Type.RECORD
            ? new Answer(schema, DecodeReason.UNUSABLE_SCHEMA, "")
            : unusable(id, "is a " + schema.getType().getName() + ", a record is right");
      } catch (AvroRuntimeException e) {
        return unusable(id, "is no valid Avro schema: " + e.getMessage());
      }
    }

    Schema schemaOrThrow() throws UndecodableException {
      if (schema == null) {
        throw new UndecodableException(reason, detail);
      }
      return schema;
    }

    private static Answer unusable(int id, String what) {
      return refused(DecodeReason.UNUSABLE_SCHEMA, "schema " + id + " of the registry " + what);
    }
  }
}
