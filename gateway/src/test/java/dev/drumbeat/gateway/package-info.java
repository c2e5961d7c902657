/** What people and systems notice of the gateway. */
@NullMarked
package dev.drumbeat.gateway;

import org.jspecify.annotations.NullMarked;
