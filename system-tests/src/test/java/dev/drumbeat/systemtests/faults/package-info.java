/** What must hold while processes die. */
@NullMarked
package dev.drumbeat.systemtests.faults;

import org.jspecify.annotations.NullMarked;
