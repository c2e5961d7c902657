/**
 * How services talk: identity, errors, deadlines, pages and the limits of both ends. Free of any container and of the
 * database, so that the gateway speaks with the same code.
 */
@NullMarked
package dev.drumbeat.platform.grpc;

import org.jspecify.annotations.NullMarked;
