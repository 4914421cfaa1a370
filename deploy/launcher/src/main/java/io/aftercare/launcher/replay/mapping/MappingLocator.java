package io.aftercare.launcher.replay.mapping;

import io.aftercare.launcher.replay.ReplayError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds a mapping: a file, or the name of one that is shipped ({@code boston311}). */
public final class MappingLocator {
  /** Names of the shipped mappings, for people to choose from. */
  public static final String SHIPPED = "bank, boston311, helpdesk-example, servicenow, sffire";

  private MappingLocator() {}

  /**
   * Reads the mapping that the person named.
   *
   * @throws ReplayError if there is none or it cannot be used
   */
  public static Mapping read(String fileOrName) {
    Path file = Path.of(fileOrName);
    try {
      if (Files.isRegularFile(file)) {
        return MappingReader.read(fileOrName, Files.readString(file));
      }
      String resource = fileOrName.endsWith(".yaml") ? fileOrName : fileOrName + ".yaml";
      return shipped(fileOrName, resource);
    } catch (CharacterCodingException e) {
      throw new ReplayError(fileOrName + ": not UTF-8; save the mapping as UTF-8");
    } catch (IOException e) {
      throw new ReplayError(fileOrName + ": cannot be read: " + e.getMessage());
    }
  }

  private static Mapping shipped(String asked, String resource) throws IOException {
    boolean plain = !resource.contains("/") && !resource.contains("\\");
    try (InputStream in =
        plain ? MappingLocator.class.getResourceAsStream("/mappings/" + resource) : null) {
      if (in == null) {
        throw new ReplayError(
            "mapping "
                + asked
                + ": no such file, and none of that name is shipped ("
                + SHIPPED
                + ")");
      }
      return MappingReader.read(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
