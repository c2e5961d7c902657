/** Agendas that write themselves: what the data ask for, ranked, beside what people put on. */
@NullMarked
package dev.drumbeat.cadence.agenda;

import org.jspecify.annotations.NullMarked;
