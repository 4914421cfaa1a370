package io.aftercare.flow.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words so frequent that a number stands for them. Only a shorthand: any other word is written out.
 * Append; never insert, sort or remove.
 */
final class KnownWords {
  private static final List<String> BY_ID =
      List.of(
          "",
          "aftercare.ticket-events.v1",
          "active",
          "first_response",
          "resolution",
          "due",
          "deadline",
          "retarget",
          "no_policy",
          "agent_reply",
          "resolved",
          "closed",
          "cancelled",
          "marked_spam",
          "merged",
          "unknown",
          "24x7",
          "next_response",
          "triage",
          "ownership",
          "arrival",
          "post_service_follow_up",
          "guidance_follow_up",
          "complaint_resolution",
          "handed_on",
          "too_early",
          "merge",
          "first-response-live",
          "first-response-async",
          "reopened",
          "follow_up_completed",
          "engineer_arrived",
          "assigned",
          "classified");

  private static final Map<String, Integer> IDS = new HashMap<>();

  static {
    for (String word : BY_ID) {
      IDS.put(word, IDS.size());
    }
  }

  private KnownWords() {}

  /** The word's number, -1 if it has none. */
  static int id(String word) {
    return IDS.getOrDefault(word, -1);
  }

  static String word(int id) {
    return BY_ID.get(id);
  }
}
