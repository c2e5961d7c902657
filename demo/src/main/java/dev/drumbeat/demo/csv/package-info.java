/** Reading the CSV files that the demo keeps. */
@NullMarked
package dev.drumbeat.demo.csv;

import org.jspecify.annotations.NullMarked;
