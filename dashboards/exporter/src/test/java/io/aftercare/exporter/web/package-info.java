@NullMarked
package io.aftercare.exporter.web;

import org.jspecify.annotations.NullMarked;
