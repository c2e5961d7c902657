/** Books and journals in the store. */
@NullMarked
package dev.drumbeat.incentives.storage;

import org.jspecify.annotations.NullMarked;
