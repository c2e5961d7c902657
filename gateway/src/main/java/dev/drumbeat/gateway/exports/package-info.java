/** Tables as files. */
@NullMarked
package dev.drumbeat.gateway.exports;

import org.jspecify.annotations.NullMarked;
