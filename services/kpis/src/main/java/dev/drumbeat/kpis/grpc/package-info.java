/** The contract's side of the service: decodes, calls, encodes. */
@NullMarked
package dev.drumbeat.kpis.grpc;

import org.jspecify.annotations.NullMarked;
