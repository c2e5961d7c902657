/** KPIs, figures, targets, corrections, notes. */
@NullMarked
package dev.drumbeat.gateway.kpis;

import org.jspecify.annotations.NullMarked;
