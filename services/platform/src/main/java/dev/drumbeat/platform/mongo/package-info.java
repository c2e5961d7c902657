/**
 * How a service keeps things: one document for each invariant, compare-and-set on its revision, indexes for the rest. Right on
 * the embedded store and on a MongoDB replica set alike, so nothing here uses transactions, sessions or partial indexes.
 *
 * <p>Documents are records. The driver reads them by reflection and wants them public, even where only one class uses them.
 */
@NullMarked
package dev.drumbeat.platform.mongo;

import org.jspecify.annotations.NullMarked;
