/** A house of its own for tests and measurements. */
@NullMarked
package dev.drumbeat.systemtests.house;

import org.jspecify.annotations.NullMarked;
