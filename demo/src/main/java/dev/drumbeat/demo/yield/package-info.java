/** A made-up production line: weekly first-pass yields of its steps. */
@NullMarked
package dev.drumbeat.demo.yield;

import org.jspecify.annotations.NullMarked;
