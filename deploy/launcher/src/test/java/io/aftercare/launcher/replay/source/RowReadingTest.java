package io.aftercare.launcher.replay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.launcher.replay.ReplayError;
import io.aftercare.launcher.replay.mapping.Mapping;
import io.aftercare.launcher.replay.mapping.MappingReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files to rows: line numbers, quotes, JSON, compression, and what is none of these. */
class RowReadingTest {
  private static final Mapping MAPPING =
      MappingReader.read(
          "m.yaml",
          "source_system: s\ncolumns: {ticket_id: id, occurred_at: at, event_type: what}\n");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  @Test
  void linesAreNumberedAsTheyStandAndEmptyOnesAreSkipped() throws Exception {
    assertThat(read("a.csv", "\uFEFFid,at,what\r\n1,x,y\r\n\r\n\n2,x,y"))
        .containsExactly("2: 1|x|y", "5: 2|x|y");
  }

  @Test
  void aQuotedCellMayHoldDelimitersQuotesAndLineEnds() throws Exception {
    assertThat(read("a.csv", "id,at,what\n1,\"a,\"\"b\"\"\",\"c\nd\"\n2,x,y\n"))
        .containsExactly("2: 1|a,\"b\"|c\nd", "4: 2|x|y");
  }

  @Test
  void aStrayQuoteDoesNotSwallowTheLinesAfterIt() throws Exception {
    assertThat(read("a.csv", "id,at,what\n1,\"x,y\n2,x,y\n3,\"x\",y\n4,x,y\n"))
        .containsExactly("2: bad_quote", "3: 2|x|y", "4: 3|x|y", "5: 4|x|y");
  }

  @Test
  void aLineWithTooFewOrTooManyCellsSaysSo() throws Exception {
    assertThat(read("a.csv", "id,at,what\n1,x\n1,x,y,z\n"))
        .containsExactly("2: wrong_column_count", "3: wrong_column_count");
  }

  @Test
  void aLineOfAMegabyteIsTooLongAndOneShorterIsNot() throws Exception {
    String row = "1,x,";
    String longest = row + "y".repeat(LineReader.TOO_LONG - 1 - row.length());

    assertThat(reasons("a.csv", utf8("id,at,what\n" + longest + "\n" + longest + "y\n2,x,y\n")))
        .containsExactly("2: ok", "3: line_too_long", "4: ok");
  }

  @Test
  void bytesThatAreNotUtf8AreRejected() throws Exception {
    byte[] bytes = utf8("id,at,what\n1,x,y\n");
    bytes[bytes.length - 2] = (byte) 0xe4;

    assertThat(reasons("a.csv", bytes)).containsExactly("2: invalid_utf8");
  }

  @Test
  void jsonLinesAreReadByNameAndIntoObjects() throws Exception {
    assertThat(
            read(
                "a.jsonl",
                """
                {"id": 1, "at": "x", "what": null}
                {"id": "2", "at": ["p", "q"], "what": true}
                not json
                {"id": 1} {"id": 2}
                [1]
                """))
        .containsExactly(
            "1: 1|x|null",
            "2: 2|p,q|true",
            "3: invalid_json",
            "4: invalid_json",
            "5: invalid_json");
  }

  @Test
  void aGzipThatEndsEarlyGivesItsLinesAndThenOneRejection() throws Exception {
    String text = "id,at,what\n1,x,y\n2,x,y\n";
    byte[] whole = flushedThenMore(text);

    assertThat(read("a.csv.gz", Arrays.copyOf(whole, whole.length - 14)))
        .containsExactly("2: 1|x|y", "3: 2|x|y", "4: truncated_gzip");
  }

  @Test
  void aFileThatIsCalledGzipButIsNotIsAnError() {
    assertThatThrownBy(() -> read("a.csv.gz", "id,at,what\n"))
        .isInstanceOf(ReplayError.class)
        .hasMessageContaining("not gzipped");
  }

  @Test
  void aMissingColumnIsAnErrorThatNamesFileLineColumnAndMapping() {
    assertThatThrownBy(() -> read("a.csv", "id,when,what\n"))
        .isInstanceOf(ReplayError.class)
        .hasMessage(
            "a.csv:1: no column 'at'; the header has 'id', 'when', 'what'."
                + " Correct the file, or the columns in m.yaml");
  }

  private static byte[] flushedThenMore(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes, 512, true)) {
      gzip.write(utf8(text));
      gzip.flush();
      gzip.write(utf8("3,x,y\n"));
    }
    return bytes.toByteArray();
  }

  private List<String> read(String name, String text) throws Exception {
    return read(name, utf8(text));
  }

  private List<String> read(String name, byte[] bytes) throws Exception {
    List<String> rows = new ArrayList<>();
    for (SourceRow row : rows(name, bytes)) {
      Row cells = row.row();
      rows.add(row.line() + ": " + (cells == null ? reason(row) : shown(cells)));
    }
    return rows;
  }

  private List<String> reasons(String name, byte[] bytes) throws Exception {
    return rows(name, bytes).stream().map(row -> row.line() + ": " + reason(row)).toList();
  }

  private List<SourceRow> rows(String name, byte[] bytes) throws Exception {
    Path path = directory.resolve(name);
    Files.write(path, bytes);
    List<SourceRow> rows = new ArrayList<>();
    try (RowReader reader = new SourceFile(path, name).open(MAPPING, count -> {})) {
      for (SourceRow row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static String shown(Row row) throws UnusableRow {
    return row.cell("id") + "|" + row.cell("at") + "|" + row.cell("what");
  }

  private static String reason(SourceRow row) {
    return row.rejection() == null ? "ok" : row.rejection().reason();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
