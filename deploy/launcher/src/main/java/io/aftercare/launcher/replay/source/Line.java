package io.aftercare.launcher.replay.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One physical line of a file without its line end.
 *
 * @param number from 1
 * @param bytes the line; of a line that is too long the beginning
 * @param problem what makes it unusable as it stands, or null
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record Line(long number, byte[] bytes, @Nullable Rejection problem) {

  boolean isEmpty() {
    return bytes.length == 0 && problem == null;
  }

  /** The line as text, or null if it is not UTF-8. */
  @Nullable String text() {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
