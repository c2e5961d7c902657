/** The portfolio and the page of one partnership. */
@NullMarked
package dev.drumbeat.gateway.scorecard;

import org.jspecify.annotations.NullMarked;
