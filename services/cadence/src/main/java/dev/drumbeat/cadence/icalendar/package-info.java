/** iCalendar text by the library ical4j. */
@NullMarked
package dev.drumbeat.cadence.icalendar;

import org.jspecify.annotations.NullMarked;
