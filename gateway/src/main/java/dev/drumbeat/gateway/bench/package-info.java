/** A floor to measure against; with the profile {@code bench} only. */
@NullMarked
package dev.drumbeat.gateway.bench;

import org.jspecify.annotations.NullMarked;
