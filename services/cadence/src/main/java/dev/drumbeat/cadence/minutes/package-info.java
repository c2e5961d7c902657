/** Minutes as Markdown and, by the library commons-csv, as CSV, in English and German. */
@NullMarked
package dev.drumbeat.cadence.minutes;

import org.jspecify.annotations.NullMarked;
