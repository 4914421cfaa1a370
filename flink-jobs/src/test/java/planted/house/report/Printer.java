package planted.house.report;

public record Printer(String line) {}
