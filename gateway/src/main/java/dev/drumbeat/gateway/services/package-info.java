/** Reaching the services: connections, identity, deadlines, breakers, and what was last known of them. */
@NullMarked
package dev.drumbeat.gateway.services;

import org.jspecify.annotations.NullMarked;
