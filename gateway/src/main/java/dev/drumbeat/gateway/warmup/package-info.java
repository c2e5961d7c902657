/** What is done before the first visitor is let in. */
@NullMarked
package dev.drumbeat.gateway.warmup;

import org.jspecify.annotations.NullMarked;
