package io.aftercare.io.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DecoderSettingsTest {
  @Test
  void there_is_no_registry_unless_one_is_named_and_it_has_five_seconds() {
    assertThat(DecoderSettings.withoutRegistry().schemaRegistry()).isNull();
    assertThat(DecoderSettings.withRegistry(URI.create("http://r:8081")).schemaRegistryTimeout())
        .isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void what_cannot_be_is_refused() {
    assertThatThrownBy(() -> DecoderSettings.withRegistry(URI.create("registry:8081")))
        .hasMessageContaining("'registry:8081', an http:// or https:// URL is right");
    assertThatThrownBy(() -> new DecoderSettings(null, Duration.ZERO))
        .hasMessageContaining("PT0S, it must be above 0");
  }

  @Test
  void the_settings_travel_to_the_task_managers() throws Exception {
    DecoderSettings settings = DecoderSettings.withRegistry(URI.create("https://r/x"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(settings);
    assertThat(new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject())
        .isEqualTo(settings);
  }
}
