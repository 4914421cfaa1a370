package io.aftercare.flow.wire;

import io.aftercare.domain.call.AgentEvent;
import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.complaint.BinCounts;
import io.aftercare.domain.complaint.CaseEvent;
import io.aftercare.domain.complaint.Shares;
import io.aftercare.domain.expectation.RegionUsual;
import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.intake.StreamEvent;
import io.aftercare.domain.ticket.TicketEvent;
import io.aftercare.domain.window.Figures;
import io.aftercare.domain.window.HourCell;
import io.aftercare.domain.window.PanePart;
import io.aftercare.domain.window.WindowEntry;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** A type that goes in our own bytes: named where streams, keys and states are wired. */
public final class WireType<T> extends TypeInformation<T> {
  /** Ids: keys of streams and states. */
  public static final WireType<String> TEXT = new WireType<>(String.class, new TextSerializer());

  /** An event of a ticket. */
  public static final WireType<TicketEvent> EVENT =
      new WireType<>(TicketEvent.class, new TicketEventSerializer());

  /** An event as it arrived. */
  public static final WireType<Arrival<TicketEvent>> ARRIVAL =
      arrivals(new TicketArrivalSerializer());

  /** An event of a contact. */
  public static final WireType<CallEvent> CALL_EVENT =
      new WireType<>(CallEvent.class, new CallEventSerializer());

  /** An event of a contact as it arrived. */
  public static final WireType<Arrival<CallEvent>> CALL_ARRIVAL =
      arrivals(new CallArrivalSerializer());

  /** What is kept of a contact. */
  public static final WireType<ContactState> CONTACT_STATE =
      new WireType<>(ContactState.class, new ContactStateSerializer());

  /** An event of an agent. */
  public static final WireType<AgentEvent> AGENT_EVENT =
      new WireType<>(AgentEvent.class, new AgentEventSerializer());

  /** An event of an agent as it arrived. */
  public static final WireType<Arrival<AgentEvent>> AGENT_ARRIVAL =
      arrivals(new AgentArrivalSerializer());

  /** An event of a ticket as complaints see it. */
  public static final WireType<CaseEvent> CASE_EVENT =
      new WireType<>(CaseEvent.class, new CaseEventSerializer());

  /** The same, as it arrived. */
  public static final WireType<Arrival<CaseEvent>> CASE_ARRIVAL =
      arrivals(new CaseArrivalSerializer());

  /** What a bin of complaints counted. */
  public static final WireType<BinCounts> BIN_COUNTS =
      new WireType<>(BinCounts.class, new BinCountsSerializer());

  /** How usual is what complaints have in common. */
  public static final WireType<Shares> SHARES =
      new WireType<>(Shares.class, new SharesSerializer());

  /** What is kept of a ticket beside its history. */
  public static final WireType<TicketState> STATE =
      new WireType<>(TicketState.class, new TicketStateSerializer());

  /** What one subtask adds to a pane. */
  public static final WireType<PanePart> PANE_PART =
      new WireType<>(PanePart.class, new PanePartSerializer());

  /** What a pane holds. */
  public static final WireType<Figures> FIGURES =
      new WireType<>(Figures.class, new FiguresSerializer());

  /** What an hour of a cell holds. */
  public static final WireType<HourCell> HOUR_CELL =
      new WireType<>(HourCell.class, new HourCellSerializer());

  /** What is said of a window. */
  public static final WireType<WindowEntry> WINDOW_ENTRY =
      new WireType<>(WindowEntry.class, new WindowEntrySerializer());

  /** What is usual of a region. */
  public static final WireType<RegionUsual> REGION_USUAL =
      new WireType<>(RegionUsual.class, new RegionUsualSerializer());

  private static final long serialVersionUID = 1;

  private final Class<T> type;
  private final WireSerializer<T> serializer;

  private WireType(Class<T> type, WireSerializer<T> serializer) {
    this.type = type;
    this.serializer = serializer;
  }

  @SuppressWarnings("unchecked") // a class has no type arguments
  private static <E extends StreamEvent> WireType<Arrival<E>> arrivals(
      ArrivalSerializer<E> serializer) {
    return new WireType<>((Class<Arrival<E>>) (Class<?>) Arrival.class, serializer);
  }

  @Override
  public TypeSerializer<T> createSerializer(SerializerConfig config) {
    return serializer.duplicate();
  }

  @Override
  public Class<T> getTypeClass() {
    return type;
  }

  @Override
  public boolean isKeyType() {
    return type == String.class;
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof WireType<?>;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WireType<?> wire && wire.serializer.equals(serializer);
  }

  @Override
  public int hashCode() {
    return serializer.hashCode();
  }

  @Override
  public String toString() {
    return "Wire<" + type.getSimpleName() + ">";
  }
}
