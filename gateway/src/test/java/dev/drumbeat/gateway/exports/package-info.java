/** The ground that GraphQL stands on, piece by piece. */
@NullMarked
package dev.drumbeat.gateway.exports;

import org.jspecify.annotations.NullMarked;
