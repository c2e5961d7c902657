package dev.drumbeat.gateway.exports;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One column of a table: its header and what it shows of a row; null is an empty cell. */
record Column<R>(String header, Function<R, @Nullable Object> cell) {}
