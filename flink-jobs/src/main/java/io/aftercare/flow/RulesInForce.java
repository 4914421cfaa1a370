package io.aftercare.flow;

import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.measure.RuleGauges;
import io.aftercare.domain.measure.Series;
import io.aftercare.domain.measure.Total;
import io.aftercare.domain.sla.PublishedRule;
import io.aftercare.domain.sla.PublishedRules;
import io.aftercare.domain.sla.RuleReader;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.flow.wire.WireType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * The rules by which a subtask judges: those it was given, and on top the published ones it took,
 * which are what its state keeps. All subtasks see the same records in the same order, so all have
 * the same rules; the first also says so in figures.
 */
final class RulesInForce {
  static final MapStateDescriptor<String, PublishedRule> TAKEN =
      new MapStateDescriptor<>("rules", WireType.TEXT, TypeInformation.of(PublishedRule.class));
  private static final ListStateDescriptor<Partial> TOLD =
      new ListStateDescriptor<>("rule-gauges", TypeInformation.of(Partial.class));

  private final RuleReader reader;
  private final PublishedRules rules;
  private final BroadcastState<String, PublishedRule> taken;
  private final ListState<Partial> saved;
  private final Map<Series, Long> told = new HashMap<>();
  private long reached = Long.MIN_VALUE;
  private long tellAgain = Long.MIN_VALUE;

  /** Begins with these rules and with what state has. */
  RulesInForce(Rulebook before, RuleReader reader, OperatorStateStore store) throws Exception {
    this.reader = reader;
    this.rules = new PublishedRules(before, reader);
    this.taken = store.getBroadcastState(TAKEN);
    this.saved = store.getUnionListState(TOLD); // whichever subtask is the first gets all
    for (Partial each : saved.get()) {
      told.put(each.series(), each.amount().value());
    }
    List<PublishedRule> kept = new ArrayList<>();
    for (Map.Entry<String, PublishedRule> each : taken.immutableEntries()) {
      kept.add(each.getValue());
    }
    kept.sort(Comparator.comparingLong(PublishedRule::position));
    kept.forEach(rules::offer);
  }

  Rulebook rules() {
    return rules.rules();
  }

  /** Takes a published rule if it can be; whether judging changes by it. */
  boolean take(PublishedRule rule, boolean first, Consumer<Delta> out) throws Exception {
    Rulebook before = rules.rules();
    PublishedRules.Answer answer = rules.offer(rule);
    if (answer.taken()) {
      taken.put(rule.key(), rule);
      tellAgain = Long.MIN_VALUE;
    }
    if (answer.refused() && first) {
      reader.refused(rule, answer.reason(), answer.detail());
      out.accept(Delta.one(Measure.POLICIES_REFUSED, answer.reason()));
    }
    return !before.equals(rules.rules());
  }

  /** Says which rules are in force at the latest instant told of, as far as that changed. */
  void tell(long instant, Consumer<Delta> out) {
    reached = Math.max(reached, instant);
    if (reached < tellAgain || reached == Long.MIN_VALUE) {
      return;
    }
    tellAgain = RuleGauges.nextChange(rules.rules(), reached);
    Map<Series, Long> now = RuleGauges.at(rules.rules(), reached);
    Set<Series> all = new HashSet<>(told.keySet());
    all.addAll(now.keySet());
    for (Series series : all) {
      long value = now.getOrDefault(series, 0L);
      long change = value - told.getOrDefault(series, 0L);
      if (change != 0) {
        told.put(series, value);
        out.accept(new Delta(series.measure(), series.labels(), change));
      }
    }
  }

  /** What the first subtask has said goes with the checkpoint that has what it said. */
  void save(boolean first) throws Exception {
    List<Partial> all = new ArrayList<>();
    if (first) {
      told.forEach((series, value) -> all.add(new Partial(series, new Total(value, List.of()))));
    }
    saved.update(all);
  }
}
