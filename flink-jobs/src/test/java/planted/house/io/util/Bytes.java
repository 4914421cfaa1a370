package planted.house.io.util;

public record Bytes(String hex) {}
