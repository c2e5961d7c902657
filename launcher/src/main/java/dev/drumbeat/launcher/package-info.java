/** The house as real processes on one machine: one table says which, the rest starts, stops and inspects them. */
@NullMarked
package dev.drumbeat.launcher;

import org.jspecify.annotations.NullMarked;
