package io.aftercare.io.baseline;

import io.aftercare.contract.AvroTrust;
import io.aftercare.contract.ComplaintBaseline;
import io.aftercare.domain.complaint.Baseline;
import io.aftercare.domain.complaint.Family;
import io.aftercare.domain.complaint.SpikeTerms;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * What was learnt of all regions, as a file: Avro records {@link ComplaintBaseline} in a container.
 * The same families are the same bytes.
 */
public final class BaselineFile {
  /** Blocks of the file end in these 16 bytes, which Avro would else draw by lot. */
  private static final byte[] SYNC = "aftercare-learnt".getBytes(StandardCharsets.US_ASCII);

  /** How many records there are: Avro takes the end of a file that was cut for its end. */
  private static final String KEYS = "aftercare.keys";

  static {
    AvroTrust.install();
  }

  private BaselineFile() {}

  /** Writes families by region. A file that is there is replaced when the new one is whole. */
  public static void write(Path file, SpikeTerms terms, Map<String, Family> regions)
      throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (OutputStream out = Files.newOutputStream(part);
        DataFileWriter<ComplaintBaseline> writer =
            new DataFileWriter<>(new SpecificDatumWriter<>(ComplaintBaseline.class))) {
      writer.setCodec(CodecFactory.deflateCodec(6));
      writer.setMeta(
          KEYS, regions.values().stream().mapToLong(each -> each.members().size()).sum());
      writer.create(ComplaintBaseline.getClassSchema(), out, SYNC);
      for (Map.Entry<String, Family> region : new TreeMap<>(regions).entrySet()) {
        for (ComplaintBaseline each : records(terms, region.getKey(), region.getValue())) {
          writer.append(each);
        }
      }
    } catch (IOException e) {
      Files.deleteIfExists(part);
      throw e;
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static List<ComplaintBaseline> records(SpikeTerms terms, String region, Family family) {
    List<ComplaintBaseline> records = new ArrayList<>();
    family
        .members()
        .forEach(
            (category, baseline) ->
                records.add(
                    ComplaintBaseline.newBuilder()
                        .setRegion(region)
                        .setCategory(category)
                        .setTerms(terms.fingerprint())
                        .setLastBin(Instant.ofEpochMilli(family.last()))
                        .setBins(baseline.bins())
                        .setNumbers(boxed(baseline.values()))
                        .build()));
    return records;
  }

  /**
   * The families of a file by region, each to be gone on with from the bin after its last.
   *
   * @throws BaselineError if there is no such file, or it was learnt by other terms
   */
  public static SortedMap<String, Family> read(Path file, SpikeTerms terms) {
    Map<String, SortedMap<String, Baseline>> members = new TreeMap<>();
    Map<String, Long> last = new TreeMap<>();
    try (DataFileReader<ComplaintBaseline> reader =
        new DataFileReader<>(file.toFile(), new SpecificDatumReader<>(ComplaintBaseline.class))) {
      long missing = reader.getMeta(KEYS) == null ? 0 : reader.getMetaLong(KEYS);
      for (ComplaintBaseline each : reader) {
        missing--;
        check(file, terms, each);
        String region = each.getRegion();
        long lastBin = each.getLastBin().toEpochMilli();
        boolean twice =
            members
                    .computeIfAbsent(region, none -> new TreeMap<>())
                    .put(each.getCategory(), Baseline.of(unboxed(each.getNumbers())))
                != null;
        Long before = last.put(region, lastBin);
        if (twice || (before != null && before != lastBin)) {
          throw damaged(file, "region " + region + " is in it twice");
        }
      }
      if (missing != 0) {
        throw damaged(file, "it ends early");
      }
    } catch (NoSuchFileException | java.io.FileNotFoundException e) {
      throw new BaselineError(file + ": no such file, or it cannot be read");
    } catch (IOException | AvroRuntimeException | IllegalArgumentException e) {
      throw damaged(file, String.valueOf(e.getMessage()));
    }
    SortedMap<String, Family> regions = new TreeMap<>();
    last.forEach(
        (region, bin) ->
            regions.put(
                region, Family.of(terms, bin, members.getOrDefault(region, new TreeMap<>()))));
    return regions;
  }

  private static void check(Path file, SpikeTerms terms, ComplaintBaseline each) {
    if (!each.getTerms().equals(terms.fingerprint())) {
      throw new BaselineError(
          "%s: was learnt by other terms (%s, these are %s); learn it again from the history"
              .formatted(file, each.getTerms(), terms.fingerprint()));
    }
    if (each.getNumbers().stream().anyMatch(number -> !Double.isFinite(number))) {
      throw damaged(file, each.getRegion() + "/" + each.getCategory() + " has no numbers");
    }
  }

  private static BaselineError damaged(Path file, String how) {
    return new BaselineError(
        file + ": is no baseline, or is damaged: " + how + "; make one with `spikes learn`");
  }

  private static List<Double> boxed(double[] numbers) {
    List<Double> boxed = new ArrayList<>(numbers.length);
    for (double each : numbers) {
      boxed.add(each);
    }
    return boxed;
  }

  private static double[] unboxed(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
