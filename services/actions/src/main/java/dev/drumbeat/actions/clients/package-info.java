/** The other services as this one sees them. */
@NullMarked
package dev.drumbeat.actions.clients;

import org.jspecify.annotations.NullMarked;
