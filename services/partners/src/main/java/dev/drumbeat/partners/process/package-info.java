/** The directory wired into a process. */
@NullMarked
package dev.drumbeat.partners.process;

import org.jspecify.annotations.NullMarked;
