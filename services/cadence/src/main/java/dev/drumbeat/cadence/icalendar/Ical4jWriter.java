package dev.drumbeat.cadence.icalendar;

import dev.drumbeat.cadence.CalendarEntry;
import dev.drumbeat.cadence.CalendarWriter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;

/**
 * One event for each meeting, in UTC: when a meeting is was decided once, by the series' zone, and no calendar program gets to
 * have another idea of daylight saving. Moved and cancelled meetings are then like any other.
 */
@Singleton
final class Ical4jWriter implements CalendarWriter {
    @Override
    public String write(String name, List<CalendarEntry> entries, Instant at) {
        Calendar calendar = new Calendar()
                .withProdId("-//Drumbeat//Cadence//EN")
                .withDefaults()
                .withProperty(new Method("PUBLISH"))
                .withProperty(new XProperty("X-WR-CALNAME", name))
                .getFluentTarget();
        entries.forEach(entry -> calendar.add(event(entry, at)));
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static VEvent event(CalendarEntry entry, Instant at) {
        VEvent event = new VEvent(false);
        event.add(new Uid(entry.uid()));
        event.add(new DtStamp(at));
        event.add(new DtStart<>(entry.start()));
        event.add(new DtEnd<>(entry.end()));
        event.add(new Summary(entry.summary()));
        if (!entry.description().isEmpty()) {
            event.add(new Description(entry.description()));
        }
        event.add(new Sequence((int) entry.sequence()));
        event.add(new Status(entry.standing().name()));
        return event;
    }
}
