/** How a service becomes a process: what the container wires for all of them, readiness, sweeps, a clean end. */
@NullMarked
package dev.drumbeat.platform.process;

import org.jspecify.annotations.NullMarked;
