/** How the service becomes a process. */
@NullMarked
package dev.drumbeat.kpis.process;

import org.jspecify.annotations.NullMarked;
