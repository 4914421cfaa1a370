package io.aftercare.launcher.replay.mapping;

/**
 * A column of the source that states a field.
 *
 * @param optional whether a file may lack the column
 * @param unit what a number in the column is multiplied with to give the field's unit; 1 for the
 *     rest
 */
public record Column(String field, String name, boolean optional, long unit) {}
