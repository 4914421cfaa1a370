package io.aftercare.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to records and back in Avro's single-object encoding: {@code C3 01}, eight little-endian
 * bytes of CRC-64-AVRO fingerprint, Avro binary (Avro specification, "Single-object encoding").
 * Writes with the current schema; reads what any published version wrote. Keeps its readers, writer
 * and buffers, so it is cheap per record and not for use by several threads at once.
 */
@NullMarked
public final class SingleObject<T extends SpecificRecord> {
  static {
    AvroTrust.install();
  }

  /** Bytes before the Avro binary. */
  public static final int HEADER_BYTES = 10;

  private static final byte FIRST = (byte) 0xC3;
  private static final byte SECOND = 0x01;

  private final SchemaHistory history;
  private final RecordReader<T> reader;
  private final SpecificDatumWriter<T> writer;
  private final byte[] header;
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(512);
  private @Nullable BinaryEncoder encoder;
  private long lastFingerprint;
  private Schema lastSchema;

  /** Reads what the published schemas wrote. */
  public SingleObject(Class<T> type) {
    this(type, SchemaHistory.published());
  }

  /** Reads what the schemas of this history wrote. */
  public SingleObject(Class<T> type, SchemaHistory history) {
    this.history = history;
    this.reader = new RecordReader<>(type);
    SpecificData model = SpecificData.getForClass(type);
    this.lastSchema = model.getSchema(type);
    this.lastFingerprint = SchemaNormalization.parsingFingerprint64(lastSchema);
    this.writer = new SpecificDatumWriter<>(lastSchema, model);
    this.header = headerOf(lastFingerprint);
  }

  /** Whether the bytes announce single-object encoding. */
  public static boolean announcedBy(byte[] bytes) {
    return bytes.length >= 2 && bytes[0] == FIRST && bytes[1] == SECOND;
  }

  /** The record in bytes; a record that breaks its schema (a null that may not be) throws. */
  public byte[] encode(T event) {
    BinaryEncoder out = EncoderFactory.get().binaryEncoder(buffer, encoder);
    encoder = out;
    buffer.reset(); // after the line above, which flushes what a failed record left behind
    buffer.writeBytes(header);
    try {
      writer.write(event, out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return buffer.toByteArray();
  }

  /** The record in the bytes, or why there is none. */
  public T decode(byte[] bytes) throws UndecodableException {
    if (!announcedBy(bytes)) {
      throw new UndecodableException(
          bytes.length == 0 ? DecodeReason.EMPTY_VALUE : DecodeReason.UNKNOWN_FORMAT,
          "found " + startOf(bytes) + ", single-object encoding begins with c3 01");
    }
    if (bytes.length < HEADER_BYTES) {
      throw new UndecodableException(
          DecodeReason.AVRO_TRUNCATED,
          "found "
              + bytes.length
              + " bytes, single-object encoding begins with a header of "
              + HEADER_BYTES);
    }
    return reader.read(writerOf(fingerprintIn(bytes)), bytes, HEADER_BYTES);
  }

  private Schema writerOf(long fingerprint) throws UndecodableException {
    if (fingerprint != lastFingerprint) {
      Schema schema = history.writerSchema(fingerprint);
      if (schema == null) {
        throw new UndecodableException(
            DecodeReason.UNKNOWN_SCHEMA_FINGERPRINT,
            String.format(
                "found schema fingerprint %016x, which is none of the published ones; a producer"
                    + " newer than this reader? Upgrade the reader first",
                fingerprint));
      }
      lastSchema = schema;
      lastFingerprint = fingerprint;
    }
    return lastSchema;
  }

  private static byte[] headerOf(long fingerprint) {
    return ByteBuffer.allocate(HEADER_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(FIRST)
        .put(SECOND)
        .putLong(fingerprint)
        .array();
  }

  private static long fingerprintIn(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
  }

  private static String startOf(byte[] bytes) {
    return bytes.length == 0
        ? "no bytes"
        : String.format("first byte %02x of %d", bytes[0], bytes.length);
  }
}
