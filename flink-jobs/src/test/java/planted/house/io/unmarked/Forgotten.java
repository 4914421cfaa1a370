package planted.house.io.unmarked;

public record Forgotten(String name) {}
