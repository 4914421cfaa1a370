package planted.exporter.http;

import java.net.URI;

public record Serves(URI address) {}
