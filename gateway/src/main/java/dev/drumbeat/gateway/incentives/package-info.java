/** What the score pays: agreements, projections, statements, disclosures and evidence, as people ask for them. */
@NullMarked
package dev.drumbeat.gateway.incentives;

import org.jspecify.annotations.NullMarked;
