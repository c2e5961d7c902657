/** Recurrence rules by the library org.dmfs.lib-recur. */
@NullMarked
package dev.drumbeat.cadence.recurrence;

import org.jspecify.annotations.NullMarked;
