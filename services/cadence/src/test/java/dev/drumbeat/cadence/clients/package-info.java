@org.jspecify.annotations.NullMarked
package dev.drumbeat.cadence.clients;
