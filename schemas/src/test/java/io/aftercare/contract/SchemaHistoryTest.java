package io.aftercare.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaNormalization;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class SchemaHistoryTest {
  private static final Path HISTORY = Path.of("src/main/resources/history");
  private static final SchemaHistory PUBLISHED = SchemaHistory.published();

  @Test
  void the_current_schema_is_the_newest_published_version() {
    for (Schema current : SchemaHistory.current()) {
      List<Schema> versions = PUBLISHED.versions(current.getName());
      assertThat(versions).as("versions of %s", current.getName()).isNotEmpty();
      int newest = versions.size();
      assertThat(SchemaText.withoutDocs(current))
          .as(
              "%1$s.avsc differs from history/%1$s/%2$d.avsc. To publish: copy"
                  + " src/main/avro/%1$s.avsc to src/main/resources/history/%1$s/%3$d.avsc and add"
                  + " the line '%1$s %3$d %4$016x' to history/index.txt",
              current.getName(),
              newest,
              newest + 1,
              SchemaNormalization.parsingFingerprint64(current))
          .isEqualTo(SchemaText.withoutDocs(versions.get(newest - 1)));
    }
  }

  @Test
  void every_schema_source_is_current_and_published() throws IOException {
    try (Stream<Path> sources = Files.list(Path.of("src/main/avro"))) {
      assertThat(sources.map(path -> path.getFileName().toString().replace(".avsc", "")))
          .containsExactlyInAnyOrderElementsOf(PUBLISHED.names())
          .containsExactlyInAnyOrderElementsOf(
              SchemaHistory.current().stream().map(Schema::getName).toList());
    }
  }

  @Test
  void the_index_lists_every_file_of_the_history_in_order_of_version() throws IOException {
    List<String> listed =
        Files.readAllLines(HISTORY.resolve("index.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(SchemaHistory.Entry::parse)
            .map(entry -> entry.name() + "/" + entry.version() + ".avsc")
            .toList();
    try (Stream<Path> files = Files.walk(HISTORY)) {
      assertThat(listed)
          .containsExactlyInAnyOrderElementsOf(
              files
                  .filter(path -> path.toString().endsWith(".avsc"))
                  .map(path -> HISTORY.relativize(path).toString().replace('\\', '/'))
                  .collect(Collectors.toSet()));
    }
    for (String name : PUBLISHED.names()) {
      assertThat(listed.stream().filter(file -> file.startsWith(name + "/")))
          .containsExactlyElementsOf(
              Stream.iterate(1, version -> version + 1)
                  .limit(PUBLISHED.versions(name).size())
                  .map(version -> name + "/" + version + ".avsc")
                  .toList());
    }
  }

  @Test
  void every_published_version_is_found_by_its_fingerprint() {
    for (String name : PUBLISHED.names()) {
      for (Schema version : PUBLISHED.versions(name)) {
        Schema found = PUBLISHED.writerSchema(SchemaNormalization.parsingFingerprint64(version));
        assertThat(found == null ? "none" : SchemaText.withoutDocs(found))
            .isEqualTo(SchemaText.withoutDocs(version));
      }
    }
    assertThat(PUBLISHED.writerSchema(42)).isNull();
    assertThat(PUBLISHED.versions("NoSuchRecord")).isEmpty();
  }

  @Test
  void a_schema_from_elsewhere_is_found_only_where_it_was_added() {
    Schema elsewhere = SchemaBuilder.record("Elsewhere").fields().requiredInt("a").endRecord();
    long fingerprint = SchemaNormalization.parsingFingerprint64(elsewhere);
    assertThat(PUBLISHED.with(elsewhere).writerSchema(fingerprint)).isEqualTo(elsewhere);
    assertThat(PUBLISHED.writerSchema(fingerprint)).isNull();
  }

  @Test
  void a_published_version_that_was_edited_is_refused() {
    assertThatThrownBy(() -> SchemaHistory.Entry.parse("TicketEvent 1 0123456789abcdef").read())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("history/TicketEvent/1.avsc")
        .hasMessageContaining("0123456789abcdef")
        .hasMessageContaining("never edited");
  }

  @Test
  void a_broken_index_says_which_line_or_file() {
    assertThatThrownBy(() -> SchemaHistory.Entry.parse("TicketEvent 1"))
        .hasMessageContaining("'TicketEvent 1'");
    assertThatThrownBy(() -> SchemaHistory.Entry.parse("TicketEvent 99 00").read())
        .hasMessageContaining("history/TicketEvent/99.avsc is not on the classpath");
  }
}
