/** Corrective actions and the RACI: reading and changing them. */
@NullMarked
package dev.drumbeat.gateway.actions;

import org.jspecify.annotations.NullMarked;
