package io.aftercare.contract;

import java.io.EOFException;
import java.io.IOException;
import java.util.IdentityHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Reads bare Avro binary, written with any compatible schema, as a record of the current one. The
 * bytes must hold one record and nothing after it. A declared length is believed only as far as
 * there are bytes for it. Keeps a reader per writer schema (by identity: hand in the same object);
 * not for use by several threads at once.
 */
@NullMarked
public final class RecordReader<T extends SpecificRecord> {
  static {
    AvroTrust.install();
  }

  private final SpecificData model;
  private final Schema current;
  private final IdentityHashMap<Schema, SpecificDatumReader<T>> readers = new IdentityHashMap<>();
  private @Nullable BinaryDecoder decoder;

  /** Reads as the schema of the generated class. */
  public RecordReader(Class<T> type) {
    this.model = SpecificData.getForClass(type);
    this.current = model.getSchema(type);
  }

  /** The record that begins at {@code offset} and ends with the array. */
  public T read(Schema writer, byte[] bytes, int offset) throws UndecodableException {
    SpecificDatumReader<T> reader = readers.get(writer);
    if (reader == null) {
      reader = prepare(writer);
    }
    BinaryDecoder in = decoderOf(bytes, offset);
    try {
      T event = reader.read(null, in);
      return whole(in, event);
    } catch (EOFException e) {
      throw truncated(writer, bytes, offset);
    } catch (SecurityException e) {
      throw e; // Avro distrusts our classes: the set-up is at fault and not the data
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw malformed(writer, bytes, offset, e);
    }
  }

  private SpecificDatumReader<T> prepare(Schema writer) throws UndecodableException {
    if (!writer.getName().equals(current.getName())) {
      throw new UndecodableException(
          DecodeReason.WRONG_RECORD_TYPE,
          "found a " + writer.getFullName() + " where a " + current.getFullName() + " belongs");
    }
    var verdict = SchemaCompatibility.checkReaderWriterCompatibility(current, writer);
    if (verdict.getType() != SchemaCompatibilityType.COMPATIBLE) {
      throw incompatible(verdict.getResult().getIncompatibilities().toString());
    }
    SpecificDatumReader<T> reader = new SpecificDatumReader<>(writer, current, model);
    readers.put(writer, reader);
    return reader;
  }

  private UndecodableException incompatible(String mismatch) {
    return new UndecodableException(
        DecodeReason.INCOMPATIBLE_SCHEMA,
        "the writer's schema cannot be read as " + current.getFullName() + ": " + mismatch);
  }

  private BinaryDecoder decoderOf(byte[] bytes, int offset) {
    BinaryDecoder in =
        DecoderFactory.get().binaryDecoder(bytes, offset, bytes.length - offset, decoder);
    decoder = in;
    return in;
  }

  private static <T> T whole(BinaryDecoder in, T event) throws IOException {
    if (!in.isEnd()) {
      throw new IOException(in.remainingBytes() + " bytes follow the record, there must be none");
    }
    return event;
  }

  private UndecodableException truncated(Schema writer, byte[] bytes, int offset) {
    return new UndecodableException(
        DecodeReason.AVRO_TRUNCATED,
        fault(writer, bytes, offset)
            + "the record ends after "
            + (bytes.length - offset)
            + " bytes of Avro binary, its schema or a length in it asks for more");
  }

  private UndecodableException malformed(Schema writer, byte[] bytes, int offset, Throwable cause) {
    return new UndecodableException(
        DecodeReason.AVRO_MALFORMED,
        fault(writer, bytes, offset)
            + "not a record of the schema it claims: "
            + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage()));
  }

  /** Names the first field that cannot be skipped; empty if all can. Only for a person to read. */
  private String fault(Schema writer, byte[] bytes, int offset) {
    BinaryDecoder in = decoderOf(bytes, offset);
    for (Schema.Field field : writer.getFields()) {
      try {
        GenericDatumReader.skip(field.schema(), in);
      } catch (IOException | RuntimeException | StackOverflowError e) {
        return "field " + field.name() + ": ";
      }
    }
    return "";
  }
}
