/** YAML read strictly: every value knows its line, and no key goes unread. */
@NullMarked
package io.aftercare.io.yaml;

import org.jspecify.annotations.NullMarked;
