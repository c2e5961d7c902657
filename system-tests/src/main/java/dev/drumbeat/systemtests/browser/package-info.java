/** The browser that stories and measurements use. */
@NullMarked
package dev.drumbeat.systemtests.browser;

import org.jspecify.annotations.NullMarked;
