/** Time, as every process of an installation takes it. */
@NullMarked
package dev.drumbeat.platform.clock;

import org.jspecify.annotations.NullMarked;
