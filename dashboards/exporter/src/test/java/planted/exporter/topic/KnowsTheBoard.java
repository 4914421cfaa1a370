package planted.exporter.topic;

import planted.exporter.board.KnowsThePages;

public record KnowsTheBoard(KnowsThePages board) {}
