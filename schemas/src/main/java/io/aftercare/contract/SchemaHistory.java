package io.aftercare.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Every schema version that was ever published, so that whatever lies in a topic stays readable.
 * Versions count from 1 and are never edited: {@code history/index.txt} lists each with the
 * fingerprint it was published under, and a file that no longer has it is refused. Fingerprints are
 * CRC-64-AVRO of the parsing canonical form (Avro specification, "Schema Fingerprints"). Immutable;
 * safe to share between threads.
 */
@NullMarked
public final class SchemaHistory {
  static {
    AvroTrust.install();
  }

  private static final String ROOT = "/history/";
  private static final List<Schema> CURRENT =
      List.of(
          Attention.getClassSchema(),
          AgentStateEvent.getClassSchema(),
          CallEvent.getClassSchema(),
          ComplaintBin.getClassSchema(),
          ComplaintBaseline.getClassSchema(),
          Contact.getClassSchema(),
          DeadLetter.getClassSchema(),
          MetricRecord.getClassSchema(),
          Milestone.getClassSchema(),
          Rule.getClassSchema(),
          Spike.getClassSchema(),
          TicketEvent.getClassSchema(),
          Verdict.getClassSchema(),
          Window.getClassSchema());

  private final Map<String, List<Schema>> versions;
  private final Map<Long, Schema> byFingerprint = new HashMap<>();

  private SchemaHistory(Map<String, List<Schema>> versions, List<Schema> others) {
    this.versions = versions;
    versions.values().forEach(published -> published.forEach(this::index));
    others.forEach(this::index);
  }

  /** What was published with this build, and the current schemas. */
  public static SchemaHistory published() {
    return Published.HISTORY;
  }

  /** This history plus a schema that is known from elsewhere; it gets no version number. */
  public SchemaHistory with(Schema schema) {
    List<Schema> all = new ArrayList<>(byFingerprint.values());
    all.add(schema);
    return new SchemaHistory(versions, all);
  }

  /** Names of the records that have a history. */
  public Set<String> names() {
    return versions.keySet();
  }

  /** All versions of a record, version 1 first; empty for a name that was never published. */
  public List<Schema> versions(String name) {
    return versions.getOrDefault(name, List.of());
  }

  /** The schema with this fingerprint, or null if none was published. */
  public @Nullable Schema writerSchema(long fingerprint) {
    return byFingerprint.get(fingerprint);
  }

  /** The schemas that this build writes with. */
  static List<Schema> current() {
    return CURRENT;
  }

  private void index(Schema schema) {
    byFingerprint.put(SchemaNormalization.parsingFingerprint64(schema), schema);
  }

  /** Loaded on first use. */
  private static final class Published {
    static final SchemaHistory HISTORY = load();

    private static SchemaHistory load() {
      Map<String, List<Schema>> versions = new TreeMap<>();
      for (String line : text("index.txt").lines().toList()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          Entry entry = Entry.parse(line);
          versions.computeIfAbsent(entry.name(), name -> new ArrayList<>()).add(entry.read());
        }
      }
      versions.replaceAll((name, schemas) -> List.copyOf(schemas));
      return new SchemaHistory(Collections.unmodifiableMap(versions), CURRENT);
    }
  }

  /** A line of the index: name, version, fingerprint in hex. */
  record Entry(String name, int version, long fingerprint) {
    static Entry parse(String line) {
      String[] words = line.trim().split("\\s+", -1);
      if (words.length != 3) {
        throw new IllegalStateException(
            "history/index.txt: found '" + line + "', a line is '<Name> <version> <fingerprint>'");
      }
      return new Entry(words[0], Integer.parseInt(words[1]), Long.parseUnsignedLong(words[2], 16));
    }

    Schema read() {
      Schema schema = new Schema.Parser().parse(text(name + "/" + version + ".avsc"));
      long found = SchemaNormalization.parsingFingerprint64(schema);
      if (found != fingerprint) {
        throw new IllegalStateException(
            String.format(
                "history/%s/%d.avsc has fingerprint %016x but was published as %016x: a published"
                    + " version is never edited, publish the next one",
                name, version, found, fingerprint));
      }
      return schema;
    }
  }

  private static String text(String path) {
    try (InputStream in = SchemaHistory.class.getResourceAsStream(ROOT + path)) {
      if (in == null) {
        throw new IllegalStateException("history/" + path + " is not on the classpath");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException("history/" + path + " cannot be read", e);
    }
  }
}
