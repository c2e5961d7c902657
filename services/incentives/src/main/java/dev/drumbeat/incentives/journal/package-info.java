/** Facts in the order they were recorded, each with a digest over its content and the digest before it. */
@NullMarked
package dev.drumbeat.incentives.journal;

import org.jspecify.annotations.NullMarked;
