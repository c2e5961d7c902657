/** Lines of the log: with the id of the trace they belong to, without what identifies or admits a person. */
@NullMarked
package dev.drumbeat.platform.logging;

import org.jspecify.annotations.NullMarked;
