/** Who asks, and until when an answer is of use. */
@NullMarked
package dev.drumbeat.gateway.asker;

import org.jspecify.annotations.NullMarked;
