/** The gateway's process. */
@NullMarked
package dev.drumbeat.gateway;

import org.jspecify.annotations.NullMarked;
