package io.aftercare.io.kafka;

import io.aftercare.contract.DeadLetter;
import io.aftercare.contract.Headers;
import io.aftercare.domain.intake.Rejection;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Makes dead letters: the original, whole or its first part, with the reason. */
final class DeadLetters {
  private DeadLetters() {}

  static Rejection rejection(ConsumerRecord<byte[], byte[]> record, String reason, String detail) {
    byte[] value = record.value() == null ? new byte[0] : record.value();
    return new Rejection(
        record.topic(),
        record.partition(),
        record.offset(),
        record.timestamp(),
        reason,
        detail,
        EventRecords.text(record, Headers.ORIGIN),
        record.key(),
        value.length <= Rejection.KEPT_BYTES ? value : Arrays.copyOf(value, Rejection.KEPT_BYTES),
        value.length,
        sha256(value));
  }

  static DeadLetter letter(String stream, Rejection rejection) {
    byte[] original = rejection.original();
    byte[] key = rejection.key();
    return DeadLetter.newBuilder()
        .setStream(stream)
        .setReason(rejection.reason())
        .setDetail(rejection.detail())
        .setTopic(rejection.topic())
        .setPartition(rejection.partition())
        .setOffset(rejection.offset())
        .setArrivedAt(Instant.ofEpochMilli(rejection.arrivedAt()))
        .setOrigin(rejection.origin())
        .setKey(key == null ? null : ByteBuffer.wrap(key))
        .setOriginal(ByteBuffer.wrap(original == null ? new byte[0] : original))
        .setOriginalLength(rejection.length())
        .setOriginalSha256(rejection.sha256())
        .build();
  }

  private static String sha256(byte[] value) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
