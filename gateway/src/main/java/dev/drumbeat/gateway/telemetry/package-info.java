/** What the gateway tells its operator: figures per operation and address, traces from the page on. */
@NullMarked
package dev.drumbeat.gateway.telemetry;

import org.jspecify.annotations.NullMarked;
