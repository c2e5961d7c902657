/** Other services, as this one's ports. */
@NullMarked
package dev.drumbeat.incentives.clients;

import org.jspecify.annotations.NullMarked;
