@org.jspecify.annotations.NullMarked
package dev.drumbeat.platform.telemetry;
