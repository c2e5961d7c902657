/** Who and what lives in a test's house: made through the public API, as an administrator and the people would. */
@NullMarked
package dev.drumbeat.systemtests.world;

import org.jspecify.annotations.NullMarked;
