@org.jspecify.annotations.NullMarked
package dev.drumbeat.actions;
