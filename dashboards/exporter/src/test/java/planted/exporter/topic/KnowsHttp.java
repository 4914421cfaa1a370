package planted.exporter.topic;

import java.net.URI;

public record KnowsHttp(URI address) {}
