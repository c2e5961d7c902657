@org.jspecify.annotations.NullMarked
package dev.drumbeat.platform.logging;
