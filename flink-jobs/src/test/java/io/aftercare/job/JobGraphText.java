package io.aftercare.job;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;

/**
 * The graph of a job as text: one line per node, from sources to sinks, with uid, name, parallelism
 * and whether it is keyed; below it one line per input with its partitioning and side output.
 *
 * <p>Stable: equal graphs give equal text, in whatever order their branches were defined, because
 * nodes that are ready together are taken in the order of their uids and no generated id is shown.
 */
final class JobGraphText {
  private static final Comparator<StreamNode> BY_UID =
      Comparator.comparing(JobGraphText::uid).thenComparing(StreamNode::getOperatorName);

  private JobGraphText() {}

  /** Draws what was defined on the environment so far, and leaves the environment as it is. */
  static String of(StreamExecutionEnvironment env) {
    StreamGraph graph = env.getStreamGraph(false);
    return sorted(graph).stream().map(node -> text(graph, node)).collect(joining());
  }

  private static List<StreamNode> sorted(StreamGraph graph) {
    Map<Integer, StreamNode> done = new LinkedHashMap<>();
    while (done.size() < graph.getStreamNodes().size()) {
      StreamNode next =
          graph.getStreamNodes().stream()
              .filter(node -> !done.containsKey(node.getId()))
              .filter(
                  node ->
                      node.getInEdges().stream().allMatch(in -> done.containsKey(in.getSourceId())))
              .min(BY_UID)
              .orElseThrow(() -> new IllegalStateException("The graph has a cycle"));
      done.put(next.getId(), next);
    }
    return List.copyOf(done.values());
  }

  private static String text(StreamGraph graph, StreamNode node) {
    String head =
        "%s \"%s\" x%d%s"
            .formatted(
                uid(node),
                node.getOperatorName(),
                node.getParallelism(),
                node.getStateKeySerializer() == null ? "" : " keyed");
    Stream<String> inputs = node.getInEdges().stream().map(in -> text(graph, in)).sorted();
    return inputs.collect(joining("", head + "\n", ""));
  }

  private static String text(StreamGraph graph, StreamEdge in) {
    String side = in.getOutputTag() == null ? "" : " side output " + in.getOutputTag().getId();
    String port = in.getTypeNumber() == 0 ? "" : " as input " + in.getTypeNumber();
    String from = uid(graph.getStreamNode(in.getSourceId()));
    return "  <- " + from + side + " " + in.getPartitioner() + port + "\n";
  }

  private static String uid(StreamNode node) {
    String uid = node.getTransformationUID();
    return uid == null ? "(no uid)" : uid;
  }
}
