package io.aftercare.exporter.topic;

import io.aftercare.contract.UndecodableException;
import io.aftercare.contract.Window;
import io.aftercare.exporter.window.LastWindows;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The windows topic into the windows that closed last. */
public final class WindowIntake implements Intake {
  private final LastWindows windows;
  private final RecordDecoder<Window> decoder = RecordDecoder.singleObject(Window.class);

  public WindowIntake(LastWindows windows) {
    this.windows = windows;
  }

  @Override
  public void take(ConsumerRecord<byte[], byte[]> taken) throws UndecodableException {
    byte[] value = taken.value();
    if (value == null) {
      throw new IllegalArgumentException("it has no value; nothing is deleted from a log");
    }
    windows.take(decoder.decode(value));
  }
}
