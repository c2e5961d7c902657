/** What looks like sandbagging. Shown, never punished. */
@NullMarked
package dev.drumbeat.incentives.evidence;

import org.jspecify.annotations.NullMarked;
