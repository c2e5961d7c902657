/** How the service becomes a process. */
@NullMarked
package dev.drumbeat.cadence.process;

import org.jspecify.annotations.NullMarked;
