/**
 * What a process tells whoever operates it: figures for Prometheus, health, traces, the trace's id in the log. For services and gateway
 * alike.
 */
@NullMarked
package dev.drumbeat.platform.telemetry;

import org.jspecify.annotations.NullMarked;
