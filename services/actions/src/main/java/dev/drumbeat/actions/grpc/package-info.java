/** The contract's methods. */
@NullMarked
package dev.drumbeat.actions.grpc;

import org.jspecify.annotations.NullMarked;
