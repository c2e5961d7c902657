/** The cadence: series, meetings, minutes, commitments, health, calendar feeds. */
@NullMarked
package dev.drumbeat.gateway.cadence;

import org.jspecify.annotations.NullMarked;
