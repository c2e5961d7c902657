/** What the demo says, and the loader that enters it through the public API, as users would. */
@NullMarked
package dev.drumbeat.demo;

import org.jspecify.annotations.NullMarked;
