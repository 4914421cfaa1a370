package planted.exporter.http;

import planted.exporter.topic.ReadsTopic;

public record ReadsATopic(ReadsTopic reader) {}
