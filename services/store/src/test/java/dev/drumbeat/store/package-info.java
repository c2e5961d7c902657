@NullMarked
package dev.drumbeat.store;

import org.jspecify.annotations.NullMarked;
