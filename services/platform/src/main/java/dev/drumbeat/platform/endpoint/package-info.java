/**
 * What the gRPC endpoint of every service is made with: who may ask, the audit trail's method, calls that stay open. For services
 * only; what the gateway shares is in {@code platform.grpc}.
 */
@NullMarked
package dev.drumbeat.platform.endpoint;

import org.jspecify.annotations.NullMarked;
