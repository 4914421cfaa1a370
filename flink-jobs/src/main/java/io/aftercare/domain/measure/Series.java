package io.aftercare.domain.measure;

import java.io.Serializable;
import java.util.List;

/** One measure with one set of label values. */
public record Series(Measure measure, List<String> labels) implements Serializable {}
