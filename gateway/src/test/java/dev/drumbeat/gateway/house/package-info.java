/** A house of fake services behind a real gateway: real gRPC, real HTTP, real identities, figures from memory. */
@NullMarked
package dev.drumbeat.gateway.house;

import org.jspecify.annotations.NullMarked;
