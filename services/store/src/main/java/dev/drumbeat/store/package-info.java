/**
 * The embedded store: one process that speaks MongoDB's wire protocol on loopback and keeps its documents in one file.
 *
 * <p>It promises three things. A write is answered only after it is on the disk. An index and its documents never
 * disagree, whatever moment the process dies at. What it can't do right it refuses, instead of answering wrongly.
 */
@NullMarked
package dev.drumbeat.store;

import org.jspecify.annotations.NullMarked;
