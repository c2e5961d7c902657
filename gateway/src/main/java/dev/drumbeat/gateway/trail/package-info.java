/** The services' audit trails, asked alike by page and file. */
@NullMarked
package dev.drumbeat.gateway.trail;

import org.jspecify.annotations.NullMarked;
