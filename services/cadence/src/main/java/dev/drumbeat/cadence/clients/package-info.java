/** The other services, as this one asks them: partners for people, kpis, actions and incentives for what agendas are made of. */
@NullMarked
package dev.drumbeat.cadence.clients;

import org.jspecify.annotations.NullMarked;
