/** The contract's methods and the words of the contract. */
@NullMarked
package dev.drumbeat.cadence.grpc;

import org.jspecify.annotations.NullMarked;
