/** Files of comma-separated values, as spreadsheets write them. */
@NullMarked
package dev.drumbeat.kpis.csv;

import org.jspecify.annotations.NullMarked;
