/** What an operator sees of a house. */
@NullMarked
package dev.drumbeat.systemtests.operations;

import org.jspecify.annotations.NullMarked;
