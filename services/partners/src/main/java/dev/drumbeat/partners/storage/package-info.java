/** The directory kept in the store. */
@NullMarked
package dev.drumbeat.partners.storage;

import org.jspecify.annotations.NullMarked;
