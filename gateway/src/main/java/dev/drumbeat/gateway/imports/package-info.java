/** Figures from files. */
@NullMarked
package dev.drumbeat.gateway.imports;

import org.jspecify.annotations.NullMarked;
