/** The ground the features' GraphQL stands on: ids, scalars, documents and their limits, faults as errors. */
@NullMarked
package dev.drumbeat.gateway.graphql;

import org.jspecify.annotations.NullMarked;
