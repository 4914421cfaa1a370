package io.aftercare.exporter.spike;

import static io.aftercare.exporter.ledger.Say.at;
import static io.aftercare.exporter.spike.Spikes.closed;
import static io.aftercare.exporter.spike.Spikes.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.Spike;
import io.aftercare.contract.SpikePhase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The last word on each spike, of the open ones and of a week. */
class RecentSpikesTest {
  private static final Instant NINE = at("09:00");

  private final RecentSpikes spikes = new RecentSpikes(10);

  private List<String> ids() {
    return spikes.all().stream().map(Spike::getSpikeId).sorted().toList();
  }

  @Test
  void ofOneSpikeTheLastWordStands() {
    Spike.Builder spike = opened("north", "damage", NINE);
    spikes.take(spike.build());
    spikes.take(Spike.newBuilder(spike).setPhase(SpikePhase.UPDATED).setAt(at("09:15")).build());
    spikes.take(closed(spike, at("11:00")));
    assertThat(spikes.all())
        .singleElement()
        .extracting(Spike::getPhase)
        .isEqualTo(SpikePhase.CLOSED);
    assertThat(spikes.changes()).isEqualTo(3);
  }

  @Test
  void anOlderWordThatIsReadAgainOpensNothing() {
    Spike.Builder spike = opened("north", "damage", NINE);
    spikes.take(closed(spike, at("11:00")));
    spikes.take(spike.build());
    assertThat(spikes.all())
        .singleElement()
        .extracting(Spike::getPhase)
        .isEqualTo(SpikePhase.CLOSED);
    assertThat(spikes.changes()).isEqualTo(1);
  }

  @Test
  void aWordOfTheSameInstantTakesThePlaceOfTheOneBefore() {
    Spike.Builder spike = opened("north", "damage", NINE);
    spikes.take(spike.build());
    spikes.take(Spike.newBuilder(spike).setObserved(50).build());
    assertThat(spikes.all()).singleElement().extracting(Spike::getObserved).isEqualTo(50L);
  }

  @Test
  void whatClosedAWeekBeforeTheNewestWordIsForgottenAndWhatIsOpenIsNot() {
    Spike.Builder gone = opened("north", "damage", NINE);
    Spike.Builder open = opened("north", "billing", NINE);
    spikes.take(closed(gone, at("11:00")));
    spikes.take(open.build());
    Instant week = at("11:00").plus(RecentSpikes.HELD_FOR);
    spikes.take(opened("south", "billing", week).build());
    assertThat(spikes.all()).hasSize(3); // exactly a week ago: still held
    spikes.take(opened("coast", "billing", week.plusMillis(1)).build());
    assertThat(ids()).hasSize(3).contains(open.getSpikeId()).doesNotContain(gone.getSpikeId());
  }

  @Test
  void theOrderInWhichPartitionsAreReadChangesNothing() {
    Spike old = closed(opened("north", "damage", NINE), at("11:00"));
    Spike young = opened("south", "damage", NINE.plus(Duration.ofDays(9))).build();
    spikes.take(young);
    spikes.take(old);
    assertThat(ids()).containsExactly(young.getSpikeId());
  }

  @Test
  void ofTooManyThoseThatClosedFirstGoAndThenThoseThatOpenedFirst() {
    for (int i = 0; i < 5; i++) {
      spikes.take(opened("north", "open " + i, NINE.plusSeconds(60L * i)).build());
    }
    for (int i = 0; i < 6; i++) {
      spikes.take(closed(opened("north", "closed " + i, NINE), at("10:00").plusSeconds(i)));
    }
    // 11 are one too many, and one more is a tenth
    assertThat(ids())
        .hasSize(9)
        .noneMatch(id -> id.contains("closed 0") || id.contains("closed 1"));
    for (int i = 5; i < 14; i++) {
      spikes.take(opened("north", "open " + i, NINE.plusSeconds(60L * i)).build());
    }
    assertThat(ids()).hasSizeLessThanOrEqualTo(10).allMatch(id -> id.contains("/open "));
    assertThat(ids()).anyMatch(id -> id.contains("open 13")).noneMatch(id -> id.contains("open 0"));
  }
}
