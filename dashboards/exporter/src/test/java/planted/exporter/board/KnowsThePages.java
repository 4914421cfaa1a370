package planted.exporter.board;

import planted.exporter.http.Serves;

public record KnowsThePages(Serves page) {}
