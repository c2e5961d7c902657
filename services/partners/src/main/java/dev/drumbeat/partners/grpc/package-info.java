/** The directory as the contract offers it. */
@NullMarked
package dev.drumbeat.partners.grpc;

import org.jspecify.annotations.NullMarked;
