/** Periods: what a figure is a figure of. Pure; the zone is always given, never taken from the machine. */
@NullMarked
package dev.drumbeat.platform.calendar;

import org.jspecify.annotations.NullMarked;
