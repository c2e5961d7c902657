/** Companies, people, partnerships, tokens. */
@NullMarked
package dev.drumbeat.gateway.partnerships;

import org.jspecify.annotations.NullMarked;
