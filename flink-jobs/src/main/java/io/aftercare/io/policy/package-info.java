/** Policies, calendars and regions as code: files, and rules as they are published. */
@NullMarked
package io.aftercare.io.policy;

import org.jspecify.annotations.NullMarked;
