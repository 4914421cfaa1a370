package io.aftercare.job.config;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A value as it was written, and where.
 *
 * @param place {@code aftercare.yaml:12}, {@code environment variable AFTERCARE_JOB_PARALLELISM} or
 *     {@code --set}
 */
record Setting(String place, @Nullable Node value) {}
