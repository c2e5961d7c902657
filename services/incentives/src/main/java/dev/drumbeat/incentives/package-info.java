/** What the score pays: use cases and the ports they need. Facts stand in a journal, everything else is derived from them. */
@NullMarked
package dev.drumbeat.incentives;

import org.jspecify.annotations.NullMarked;
