/** What terms pay for the figures of a settlement period, line by line. Pure. */
@NullMarked
package dev.drumbeat.incentives.settlement;

import org.jspecify.annotations.NullMarked;
