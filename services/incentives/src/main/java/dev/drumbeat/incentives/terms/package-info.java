/** What both sides agree on, and what is wrong with it. */
@NullMarked
package dev.drumbeat.incentives.terms;

import org.jspecify.annotations.NullMarked;
