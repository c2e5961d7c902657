/** Mail by SMTP, by the library Eclipse Angus (Jakarta Mail). */
@NullMarked
package dev.drumbeat.cadence.mail;

import org.jspecify.annotations.NullMarked;
