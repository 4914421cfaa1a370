package io.aftercare.flow;

import io.aftercare.domain.call.ContactEntry;
import io.aftercare.domain.call.FirstEntry;
import io.aftercare.domain.call.HourChange;
import io.aftercare.domain.call.QueueEntry;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/** What the judge of calls emits beside what the judge of tickets emits too. */
public final class CallOutputs {
  /** The call ledger's log. */
  public static final OutputTag<ContactEntry> CONTACTS =
      new OutputTag<>("contacts", TypeInformation.of(ContactEntry.class));

  /** Who waits, and who no longer does. */
  public static final OutputTag<QueueEntry> QUEUES =
      new OutputTag<>("queues", TypeInformation.of(QueueEntry.class));

  /** What waits that ended count in their hours. */
  public static final OutputTag<HourChange> HOURS =
      new OutputTag<>("hours", TypeInformation.of(HourChange.class));

  /** When callers first entered a queue. */
  public static final OutputTag<FirstEntry> FIRST_ENTRIES =
      new OutputTag<>("first-entries", TypeInformation.of(FirstEntry.class));

  private CallOutputs() {}
}
