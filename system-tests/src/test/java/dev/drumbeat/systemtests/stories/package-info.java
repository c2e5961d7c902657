/** What people do with the page, in a real browser. */
@NullMarked
package dev.drumbeat.systemtests.stories;

import org.jspecify.annotations.NullMarked;
