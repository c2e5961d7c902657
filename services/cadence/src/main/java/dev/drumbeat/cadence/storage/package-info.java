/** Series, meetings, feeds and mail in MongoDB. */
@NullMarked
package dev.drumbeat.cadence.storage;

import org.jspecify.annotations.NullMarked;
