/** Actions wired into a process. */
@NullMarked
package dev.drumbeat.actions.process;

import org.jspecify.annotations.NullMarked;
