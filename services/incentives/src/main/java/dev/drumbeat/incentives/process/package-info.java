/** Puts the process together. */
@NullMarked
package dev.drumbeat.incentives.process;

import org.jspecify.annotations.NullMarked;
