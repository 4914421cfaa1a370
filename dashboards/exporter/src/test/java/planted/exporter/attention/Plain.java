package planted.exporter.attention;

public record Plain(String ticket) {}
