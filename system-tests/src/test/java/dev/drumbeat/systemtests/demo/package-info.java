/** The demo as somebody gets it who starts Drumbeat for the first time, and keeping what was entered since. */
@NullMarked
package dev.drumbeat.systemtests.demo;

import org.jspecify.annotations.NullMarked;
