package io.aftercare.exporter.ledger;

/** What is promised in a region: the two labels that verdicts are counted by. */
public record Promise(String region, String sla) {}
