/** Changes as they happen. */
@NullMarked
package dev.drumbeat.gateway.live;

import org.jspecify.annotations.NullMarked;
