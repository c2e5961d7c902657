@NullMarked
package dev.drumbeat.launcher;

import org.jspecify.annotations.NullMarked;
