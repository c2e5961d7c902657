package dev.drumbeat.gateway.live;

import java.time.Instant;

/**
 * Something of a partnership's page changed.
 *
 * @param partnership its name
 * @param revision grows with every change of the same source
 */
record Change(String partnership, Source source, long revision, Instant changedAt) {}
