/**
 * What the scorecard is about: KPIs, dated targets, figures with their revisions, statuses and red episodes.
 *
 * <p>Facts are recorded, everything else is derived from them by pure functions. Ports stand beside the domain; edges live in
 * the packages below it, and nobody imports an edge.
 */
@NullMarked
package dev.drumbeat.kpis;

import org.jspecify.annotations.NullMarked;
