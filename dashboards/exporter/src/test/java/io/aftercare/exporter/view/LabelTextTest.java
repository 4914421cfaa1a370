package io.aftercare.exporter.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a source may write and what is made of it. */
class LabelTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "north", "a \"b\" \\ c", "two\nlines", "a\tb", "Zürich", "東", "😀"})
  void whatIsValidIsServedAsItIs(String text) {
    assertThat(LabelText.clean(text)).isSameAs(text);
  }

  @Test
  void controlCharactersAndHalfPairsAreReplaced() {
    assertThat(LabelText.clean("a\0b\rc\u001bd\u007fe\u0085f")).isEqualTo("a�b�c�d�e�f");
    assertThat(LabelText.clean("\ud800")).isEqualTo("�");
    assertThat(LabelText.clean("\udc00\ud800x\udc00")).isEqualTo("��x�");
    assertThat(LabelText.clean("\ud83d\ud83d\ude00")).isEqualTo("�😀");
  }

  @Test
  void lengthIsInBytesOfUtf8() {
    assertThat(LabelText.fits("n".repeat(256))).isTrue();
    assertThat(LabelText.fits("n".repeat(257))).isFalse();
    assertThat(LabelText.fits("東".repeat(85))).isTrue();
    assertThat(LabelText.fits("東".repeat(86))).isFalse();
    assertThat(LabelText.fits("😀".repeat(64))).isTrue();
    assertThat(LabelText.fits("😀".repeat(65))).isFalse();
  }
}
