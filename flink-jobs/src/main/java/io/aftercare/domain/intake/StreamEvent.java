package io.aftercare.domain.intake;

/** What every event of an input stream says: who it is, what it is about, when it happened. */
public interface StreamEvent {
  /** Unique within its subject. */
  String eventId();

  /** The ticket, contact or agent that it is about: the key of its stream. */
  String subject();

  /** Event time, ms since 1970. */
  long occurredAt();
}
