/** How the scorecards and their records are kept in the store. Nobody imports this; the container wires it. */
@NullMarked
package dev.drumbeat.kpis.storage;

import org.jspecify.annotations.NullMarked;
