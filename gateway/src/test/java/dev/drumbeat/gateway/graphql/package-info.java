/** The ground that GraphQL stands on, piece by piece. */
@NullMarked
package dev.drumbeat.gateway.graphql;

import org.jspecify.annotations.NullMarked;
