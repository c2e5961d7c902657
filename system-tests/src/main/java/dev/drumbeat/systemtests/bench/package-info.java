/** How fast the house is on this machine, measured side by side in one run. */
@NullMarked
package dev.drumbeat.systemtests.bench;

import org.jspecify.annotations.NullMarked;
