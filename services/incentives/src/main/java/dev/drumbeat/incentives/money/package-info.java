/** Amounts in minor units. */
@NullMarked
package dev.drumbeat.incentives.money;

import org.jspecify.annotations.NullMarked;
