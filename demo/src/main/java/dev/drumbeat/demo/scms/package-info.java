/** Nine years of real deliveries, and the five figures that their definitions give for a vendor and a month. */
@NullMarked
package dev.drumbeat.demo.scms;

import org.jspecify.annotations.NullMarked;
