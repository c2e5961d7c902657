@NullMarked
package dev.drumbeat.systemtests;

import org.jspecify.annotations.NullMarked;
