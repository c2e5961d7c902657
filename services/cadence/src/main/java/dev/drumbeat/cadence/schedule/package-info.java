/** When meetings are: rules of RFC 5545 in local time, and the form of them that people read and edit. */
@NullMarked
package dev.drumbeat.cadence.schedule;

import org.jspecify.annotations.NullMarked;
