/** The contract's methods. */
@NullMarked
package dev.drumbeat.incentives.grpc;

import org.jspecify.annotations.NullMarked;
