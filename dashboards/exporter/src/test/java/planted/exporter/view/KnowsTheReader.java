package planted.exporter.view;

import planted.exporter.topic.ReadsTopic;

public record KnowsTheReader(ReadsTopic reader) {}
